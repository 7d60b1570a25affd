using MassTransit;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>MassTransit in batches of 250, prefetch and concurrency as the hub's.</summary>
internal sealed class BatchesRival(Uri uri) : BusRival<NoticeBatch>(uri, "benchmark.batches", prefetch: 16, concurrency: 2)
{
    private const int BatchSize = 250;
    private const int InFlight = 50;

    public static async Task<BatchesRival> ConnectAsync(Uri uri)
    {
        var rival = new BatchesRival(uri);
        await rival.StartAsync();
        return rival;
    }

    protected override int CountOf(NoticeBatch message) => message.Notices.Count;

    protected override Task PublishAsync(int records) => Parallel.ForEachAsync(
        Enumerable.Range(0, records).Chunk(BatchSize),
        new ParallelOptions { MaxDegreeOfParallelism = InFlight },
        async (numbers, token) => await Bus.Publish(new NoticeBatch(Array.ConvertAll(numbers, Notice.Of)), context => context.Mandatory = true, token));
}
