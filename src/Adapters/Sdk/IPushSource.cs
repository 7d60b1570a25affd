namespace IntegrationHub.Adapters.Sdk;

/// <summary>A source that sends by itself over a connection of its own (sockets). HTTP needs none: the host has <c>POST /intake/{source}</c>.</summary>
public interface IPushSource
{
    /// <summary>Listens until cancelled. Acknowledge to the sender only after <see cref="IIntake.AcceptAsync"/> has returned: from then on nothing is lost.</summary>
    /// <param name="intake">Where records go.</param>
    /// <param name="token">Stop soon (within five seconds) when it is cancelled.</param>
    /// <remarks>When it throws, the host logs it and starts it again after a pause.</remarks>
    Task RunAsync(IIntake intake, CancellationToken token);
}
