using System.Diagnostics;
using System.Text.Json.Nodes;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Push;

/// <summary>From the start of the process until the hub says that it is ready: embedded, an instance of every plugin that comes with it.</summary>
internal static class ReadyRun
{
    public static async Task<string> RunAsync(int rounds, CancellationToken token)
    {
        var fresh = new List<double>();
        var again = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            using var folder = await PreparedAsync(token);
            fresh.Add(await StartAsync(folder, token));
            again.Add(await StartAsync(folder, token));
        }

        return $"From start to ready, embedded, every plugin: {string.Join(", ", fresh.Select(one => $"{one:0.00}"))} s with a new database; {string.Join(", ", again.Select(one => $"{one:0.00}"))} s with one that is there.";
    }

    public static async Task WaitUntilReadyAsync(Process hub, CancellationToken token)
    {
        var lines = new List<string>();
        while (await hub.StandardError.ReadLineAsync(token) is { } line)
        {
            lines.Add(line);
            if (line.Contains("The hub is ready", StringComparison.Ordinal))
                return;
        }

        await hub.WaitForExitAsync(token);
        throw new InvalidOperationException($"The hub ended with exit code {hub.ExitCode}:\n{string.Join('\n', lines)}\n{await hub.StandardOutput.ReadToEndAsync(token)}");
    }

    public static async Task StopAsync(Process hub, CancellationToken token)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{hub.Id}"]);
        await hub.WaitForExitAsync(token);
    }

    private static async Task<HubFolder> PreparedAsync(CancellationToken token)
    {
        var folder = new HubFolder()
            .WithOcmw()
            .WithSource("magda", "magda", new()
            {
                ["url"] = "http://127.0.0.1:9", ["identificatie"] = "gent.be/benchmark", ["hoedanigheid"] = "ipdc2858", ["citizens"] = "file:citizens.txt", ["requestsPerSecond"] = 0,
            })
            .WithSource(HubFolder.Hospital, "hospital", new() { ["mllp"] = new JsonObject { ["port"] = FreePort.Take() } }, isPulled: false)
            .WithDestination("inbox", "webhook", new() { ["url"] = "http://127.0.0.1:9/webhooks", ["secrets"] = new JsonArray("env:BENCH_WEBHOOK"), ["allowInternal"] = new JsonArray("127.0.0.1") })
            .WithDestination("screen", "console", [])
            .Write();
        folder.Environment["BENCH_WEBHOOK"] = WebhookListener.Secret;
        await File.WriteAllTextAsync(Path.Combine(folder.Location, "citizens.txt"), "", token);
        return folder;
    }

    private static async Task<double> StartAsync(HubFolder folder, CancellationToken token)
    {
        var clock = Stopwatch.StartNew();
        using var hub = Child.Start(HubFolder.Program, ["run", "--config", folder.Location], folder.Environment);
        try
        {
            await WaitUntilReadyAsync(hub, token);
            var seconds = clock.Elapsed.TotalSeconds;
            await StopAsync(hub, token);
            return seconds;
        }
        finally
        {
            if (!hub.HasExited)
                hub.Kill(entireProcessTree: true);
        }
    }
}
