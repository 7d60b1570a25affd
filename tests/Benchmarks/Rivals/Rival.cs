using System.Diagnostics;
using System.Text.Json;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>Publishing and consuming records over the same broker, and nothing else: no source, no store, no detection.</summary>
internal static class Rival
{
    private const int WarmUp = 2_000;

    public static string Describe(string name) => name switch
    {
        "client" => "(a) RabbitMQ.Client, one record a message",
        "client-100" => "(a) with acknowledgements of 100",
        "batches" => "(b) MassTransit, batches of 250",
        "singles" => "(c) MassTransit, PublishBatch of single records",
        _ => name,
    };

    /// <summary>Runs one in this process, a few records first so that its code is compiled, and returns the result as JSON.</summary>
    public static async Task<string> RunAsync(string name, Uri uri, int records)
    {
        await using IRival rival = name switch
        {
            "client" => await ClientRival.ConnectAsync(uri, 1),
            "client-100" => await ClientRival.ConnectAsync(uri, 100),
            "batches" => await BatchesRival.ConnectAsync(uri),
            _ => await SinglesRival.ConnectAsync(uri),
        };
        await rival.RunAsync(Math.Min(WarmUp, records));
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await rival.RunAsync(records);
        return JsonSerializer.Serialize(new RivalResult(records, clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds));
    }
}
