using MassTransit;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>MassTransit, single records published a thousand at a time.</summary>
internal sealed class SinglesRival(Uri uri) : BusRival<Notice>(uri, "benchmark.singles", prefetch: 500, concurrency: 50)
{
    private const int PublishedAtOnce = 1_000;

    public static async Task<SinglesRival> ConnectAsync(Uri uri)
    {
        var rival = new SinglesRival(uri);
        await rival.StartAsync();
        return rival;
    }

    protected override int CountOf(Notice message) => 1;

    protected override async Task PublishAsync(int records)
    {
        foreach (var numbers in Enumerable.Range(0, records).Chunk(PublishedAtOnce))
            await Bus.PublishBatch(numbers.Select(Notice.Of), context => context.Mandatory = true);
    }
}
