namespace IntegrationHub.Storage.Alerts;

/// <summary>Alerts: each is open once at a time, whichever of the hosts saw it first.</summary>
public interface IAlertStore
{
    /// <summary>Opens an alert. False when it is open already: then somebody else told of it.</summary>
    Task<bool> StartAsync(string code, string detail, DateTimeOffset now, CancellationToken token);

    /// <summary>Ends an alert. False when it is not open: then somebody else told of its end.</summary>
    Task<bool> EndAsync(string code, DateTimeOffset now, CancellationToken token);

    /// <summary>Those that go on, oldest first.</summary>
    Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken token);

    /// <summary>Those that go on and those that ended since a time, newest first.</summary>
    Task<IReadOnlyList<Alert>> SinceAsync(DateTimeOffset since, CancellationToken token);
}
