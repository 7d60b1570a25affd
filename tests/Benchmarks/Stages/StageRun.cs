using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Detection;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>Calls the pieces of the hub one after the other, in this process, without the bus.</summary>
internal static class StageRun
{
    private const int ClaimedAtOnce = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public static async Task<string> RunAsync(string folder, int postgres)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        var (hub, optionErrors) = await HubServices.CreateAsync(configuration ?? throw new InvalidOperationException(string.Join('\n', errors)), NullLoggerFactory.Instance, TimeProvider.System);
        if (optionErrors.Count > 0)
            throw new InvalidOperationException(string.Join('\n', optionErrors));
        await using (hub)
        {
            await hub.Store.MigrateAsync(CancellationToken.None);
            var clock = new StageClock(postgres);
            var source = hub.Sources.All[0];
            await IntakeAsync(clock, hub, source);
            await DetectAsync(clock, hub);
            var protection = new StageClock(postgres);
            await new Protection(protection, hub, source, DateTimeOffset.UtcNow).RunAsync(await DeliverAsync(clock, hub));
            return JsonSerializer.Serialize(new StageResults(clock.Results, protection.Results));
        }
    }

    private static async Task IntakeAsync(StageClock clock, HubServices hub, Source source)
    {
        await clock.MeasureAsync("read", () => EachAsync(source, _ => { }));
        await clock.MeasureAsync("read, normalise", () => EachAsync(source, record => source.Instance.Normaliser!.Normalise(record)));
        var reader = new RecordReader(source.Id, "0", source.Instance.Normaliser!, hub.Pseudonyms, () => hub.Gate, hub.Configuration.MaxRecordBytes);
        await clock.MeasureAsync("read, normalise, pseudonyms and hash", () => EachAsync(source, record => reader.Read(record, null, DateTimeOffset.UnixEpoch.AddYears(56).AddMonths(10))));
        await clock.MeasureAsync("read to journal", async () =>
        {
            var pages = 0;
            await foreach (var page in source.Instance.Pull!.PullAsync(null, CancellationToken.None))
            {
                await source.Intake.AcceptPageAsync(page, CancellationToken.None);
                pages++;
            }

            return pages;
        });
    }

    private static async Task<int> EachAsync(Source source, Action<SourceRecord> work)
    {
        var count = 0;
        await foreach (var page in source.Instance.Pull!.PullAsync(null, CancellationToken.None))
        {
            foreach (var record in page.Records)
                work(record);
            count += page.Records.Count;
        }

        return count;
    }

    private static async Task DetectAsync(StageClock clock, HubServices hub)
    {
        var detection = new DetectionHandler(
            hub.Store,
            () => hub.Wiring.Value.Decision,
            hub.Signals,
            new BusPulse(TimeProvider.System),
            TimeProvider.System,
            NullLogger<DetectionHandler>.Instance);
        while (true)
        {
            var batches = await clock.MeasureAsync("claim and encode", async () =>
            {
                var claimed = await hub.Store.Journal.ClaimForPublishingAsync("stages", ClaimedAtOnce, Lease, DateTimeOffset.UtcNow, CancellationToken.None);
                return claimed.Select(batch => CloudEventsBatch.Read(CloudEventsBatch.Write(batch))).ToList();
            });
            if (batches.Count == 0)
                return;
            await clock.MeasureAsync("detect", async () =>
            {
                foreach (var batch in batches)
                    await detection.HandleBatchAsync(batch, CancellationToken.None);
                return true;
            });
        }
    }

    private static async Task<IReadOnlyList<DueDelivery>> DeliverAsync(StageClock clock, HubServices hub)
    {
        var delivered = new List<DueDelivery>();
        var attempt = new DeliveryAttempt(hub.Store.Deliveries, hub.WayTo, TimeProvider.System, NullLogger<DeliveryAttempt>.Instance);
        await clock.MeasureAsync("deliver", async () =>
        {
            while (await hub.Store.Deliveries.ClaimDueAsync("bench", DateTimeOffset.UtcNow, Lease, 64, [], CancellationToken.None) is { Count: > 0 } due)
            {
                delivered.AddRange(due);
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, token) => await attempt.TryAsync(one, token));
            }

            return true;
        });
        return delivered;
    }
}
