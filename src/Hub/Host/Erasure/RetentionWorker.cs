using IntegrationHub.Host.Composition;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Erasure;

namespace IntegrationHub.Host.Erasure;

/// <summary>Erases each day what is past its term, a little at a time. With several hosts each does, and the second finds nothing.</summary>
internal sealed class RetentionWorker(IHubStore store, HubServices hub, RetentionClock clock, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    private const int SignalsAtOnce = 200;
    private const int CitizensAtOnce = 25;
    private const int LeftoversAtOnce = 500;
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>Whoever takes records goes first.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = AfterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
                return;
            try
            {
                pause = AfterStart;
                if (!await clock.IsBelievedAsync(stoppingToken))
                    continue;
                await RunAsync(stoppingToken);
                pause = Again;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("What is past its term was not all erased; the rest is tried again: {Thrown}", Thrown.Describe(exception));
                pause = AfterStart;
            }
        }
    }

    /// <summary>Erases all that is past its term now.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        var (now, terms) = (time.GetUtcNow(), hub.Configuration.Retention);
        var signals = await RepeatAsync(max => store.Erasure.EraseSignalsAsync(terms.Signals.Before(now), now, max, token), token);
        var quarantined = await RepeatAsync(max => store.Erasure.EraseQuarantinedAsync(terms.Quarantine.Before(now), now, max, token), token);
        var facts = 0;
        var erased = await store.Erasure.EraseFactsAsync(null, terms.Facts.Before(now), now, CitizensAtOnce, token);
        while (erased.Last is { } last)
        {
            facts += erased.Facts;
            await Task.Delay(Breath, time, token);
            erased = await store.Erasure.EraseFactsAsync(last, terms.Facts.Before(now), now, CitizensAtOnce, token);
        }

        await SweepAsync(after => store.Erasure.SweepMomentsAsync(after, now, LeftoversAtOnce, token), token);
        var citizens = await SweepAsync(after => store.Erasure.SweepCitizensAsync(after, LeftoversAtOnce, token), token);
        var entries = await RemoveAuditAsync(terms.Audit.Before(now), now, token);
        if (signals + quarantined + facts + citizens + entries > 0)
        {
            logger.LogInformation(
                "Past their term and erased: {Facts} versions of facts, {Citizens} citizens of whom nothing was left, {Signals} signals, the content of {Quarantined} quarantined records, {Entries} entries of the audit log",
                facts, citizens, signals, quarantined, entries);
        }
    }

    private async Task<int> RepeatAsync(Func<int, Task<int>> erase, CancellationToken token)
    {
        var total = 0;
        int some;
        do
        {
            total += some = await erase(SignalsAtOnce);
            await Task.Delay(Breath, time, token);
        }
        while (some == SignalsAtOnce);
        return total;
    }

    private async Task<int> SweepAsync(Func<Guid, Task<Swept>> sweep, CancellationToken token)
    {
        var total = 0;
        var swept = await sweep(Guid.Empty);
        while (swept.Last is { } last)
        {
            total += swept.Gone;
            await Task.Delay(Breath, time, token);
            swept = await sweep(last);
        }

        return total;
    }

    private async Task<int> RemoveAuditAsync(DateTimeOffset before, DateTimeOffset now, CancellationToken token)
    {
        var total = 0;
        while (true)
        {
            var removed = await store.Audit.RemoveBlocksBeforeAsync(hub.AuditKeys, before, now, token);
            if (removed.Fault is not null)
                logger.LogError("Blocks of the audit log that are past their term do not verify and stay. Run: hub audit verify");
            if (removed.Entries == 0)
                return total;
            total += removed.Entries;
            await Task.Delay(Breath, time, token);
        }
    }
}
