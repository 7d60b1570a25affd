namespace IntegrationHub.Adapters.Sdk;

/// <summary>What a connection check found.</summary>
/// <param name="IsReachable">Whether the system answers as it should.</param>
/// <param name="Detail">What was tried and found, and what to do when it failed; without personal data.</param>
public sealed record CheckResult(bool IsReachable, string Detail)
{
    /// <summary>With <see cref="IsReachable"/> false: the system answers, but holds nothing that a run could read yet.</summary>
    public bool HasNothingToRead { get; init; }

    /// <summary>Tries what a run would need. Whatever it throws becomes a result: the reason of a <see cref="PermanentFailureException"/>, and for anything else, whose message is for no one to see, your own words.</summary>
    /// <param name="attempt">What a run would need: one page, one login.</param>
    /// <param name="found">What to say when it succeeds: "The API answers."</param>
    /// <param name="whenAway">What to say when it does not, with what to do.</param>
    /// <param name="token">Cancels; only then is the exception let through.</param>
    public static async Task<CheckResult> OfAsync(Func<CancellationToken, Task> attempt, string found, string whenAway, CancellationToken token)
    {
        try
        {
            await attempt(token);
            return new CheckResult(true, found);
        }
        catch (PermanentFailureException failure)
        {
            return new CheckResult(false, failure.Message);
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            return new CheckResult(false, whenAway);
        }
    }
}
