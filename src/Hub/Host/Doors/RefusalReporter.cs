namespace IntegrationHub.Host.Doors;

/// <summary>Writes down each minute who was not let in: a line a kind and caller in the log.</summary>
internal sealed class RefusalReporter(Refusals refusals, TimeProvider time, ILogger<RefusalReporter> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Report();
        }
    }

    private void Report()
    {
        foreach (var one in refusals.Take())
        {
            logger.LogWarning(
                "Not let in over HTTP: {Requests} requests ({Kind}{Caller}){From}",
                one.Requests,
                one.Kind,
                one.Caller is null ? "" : $", caller {one.Caller}",
                one.Addresses.Count == 0 ? "" : $", first from {string.Join(", ", one.Addresses)}");
        }
    }
}
