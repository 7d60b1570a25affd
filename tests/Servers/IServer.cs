namespace IntegrationHub.Tests.Servers;

/// <summary>A real server that is ours alone: a test may stop, kill and start it again, and it comes back at the same address with its data.</summary>
public interface IServer : IAsyncDisposable
{
    bool IsRunning { get; }

    /// <summary>Where the server writes; gone with the server.</summary>
    string LogFile { get; }

    /// <summary>Stops cleanly, as an operator would.</summary>
    Task StopAsync(CancellationToken token = default);

    /// <summary>SIGKILL: no goodbye to clients, no flush.</summary>
    Task KillAsync(CancellationToken token = default);

    /// <summary>Returns once the server serves. Does nothing if it runs.</summary>
    Task StartAgainAsync(CancellationToken token = default);
}
