using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Doors;

/// <summary>Writes down each minute who was not let in: a line and an audit entry for each kind and caller, with their number. An address is in the log alone.</summary>
internal sealed class RefusalReporter(Refusals refusals, IHubStore store, TimeProvider time, ILogger<RefusalReporter> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReportAsync();
        }
    }

    private async Task ReportAsync()
    {
        foreach (var one in refusals.Take())
        {
            logger.LogWarning(
                "Not let in over HTTP: {Requests} ({Kind}{Caller}){From}",
                Number.Of(one.Requests, "request"),
                one.Kind,
                one.Caller is null ? "" : $", caller {one.Caller}",
                one.Addresses.Count == 0 ? "" : $", first from {string.Join(", ", one.Addresses)}");
            try
            {
                await store.Audit.AddAsync(
                    new AuditEntry
                    {
                        At = time.GetUtcNow(),
                        Kind = AuditKinds.CallerRefused,
                        Actor = one.Caller is { } caller ? AuditActors.Caller(caller) : AuditActors.Hub,
                        Detail = $"{one.Kind}: {Number.Of(one.Requests, "request")} in a minute",
                    },
                    CancellationToken.None);
            }
            catch (Exception exception)
            {
                // The line above says it; a store that is away says so itself.
                logger.LogError("What was not let in could not be written to the audit log: {Thrown}", Thrown.Describe(exception));
            }
        }
    }
}
