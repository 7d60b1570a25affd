using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Health;

/// <summary>Looks whether this host hears the bus, tells the other hosts, and raises and ends alerts.</summary>
internal sealed class HealthWatch(
    IHubStore store, HubBus bus, BusPulse pulse, HubHealth health, HubAlerts alerts, SilenceWatch silence, UndeliveredWatch undelivered, SealWatch seals, HubConfiguration configuration, TimeProvider time,
    ILogger<HealthWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookCloser = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Fold = TimeSpan.FromHours(1);

    /// <summary>So that hosts whose clocks differ a little do not raise and end an alert in turns.</summary>
    private static readonly TimeSpan ShortestAlert = TimeSpan.FromSeconds(30);
    private long? lookedCloser;
    private long? folded;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (bus.IsWell)
                pulse.Connected();
            try
            {
                await OneRoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogDebug("The store does not answer: {Thrown}", Thrown.Describe(exception));
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task OneRoundAsync(CancellationToken token)
    {
        await store.Hosts.ConsumingAsync(configuration.Instance, pulse.ConnectedAt, pulse.ConsumedAt, token);
        var reasons = (await health.OfAllAsync(token)).ToHashSet(StringComparer.Ordinal);
        var open = (await store.Alerts.OpenAsync(token)).ToDictionary(alert => alert.Code);
        foreach (var code in new[] { HealthReasons.UnprocessedTooLong, HealthReasons.NothingConsumes, HealthReasons.Audit })
        {
            if (reasons.Contains(code) && !open.ContainsKey(code))
                await alerts.StartAsync(code, Sentence(code), token);
            else if (!reasons.Contains(code) && open.TryGetValue(code, out var alert) && time.GetUtcNow() - alert.StartedAt > ShortestAlert)
                await alerts.EndAsync(code, "What waited goes on.", token);
        }

        if (IsTime(ref lookedCloser, LookCloser))
        {
            await silence.LookAsync(token);
            await undelivered.LookAsync(token);
            await seals.LookAsync(token);
        }

        if (IsTime(ref folded, Fold))
            await store.Ledger.FoldAsync(time.GetUtcNow(), token);
    }

    private bool IsTime(ref long? last, TimeSpan pause)
    {
        if (last is { } at && time.GetElapsedTime(at) < pause)
            return false;
        last = time.GetTimestamp();
        return true;
    }

    private static string Sentence(string code) => code switch
    {
        HealthReasons.NothingConsumes => "No host takes anything from the bus. Does the broker run, and may the hub connect?",
        HealthReasons.Audit => "Entries of the audit log wait longer than five minutes for their seal: hub audit verify says since when, the log of the hub why.",
        _ => "Batches wait longer than limits.unprocessedMinutes to be processed: hub ledger shows of which source and since when.",
    };
}
