namespace IntegrationHub.Host.Intake;

/// <summary>Runs one pull source once, from its checkpoint until it has nothing new.</summary>
public interface ISourceRunner
{
    /// <summary>Reads the source to its end. A run that is refused, fails or is asked to come back later is a result, not an exception.</summary>
    /// <param name="source">Id of a configured pull source.</param>
    /// <param name="trigger">Why: <c>schedule</c>, <c>now</c>, <c>once</c> or <c>later</c>.</param>
    /// <param name="token">Cancels the run; what was stored stays stored.</param>
    Task<RunResult> RunAsync(string source, string trigger, CancellationToken token);
}
