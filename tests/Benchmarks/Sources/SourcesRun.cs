using System.Diagnostics;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Benchmarks.Push;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>A hub with 200 sources: from the start of its process until <c>/health/ready</c> answers, on a new store and on one that is there, and then its CPU while there is nothing new to read.</summary>
internal static class SourcesRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);

    /// <summary>Until the code that an idle hub runs is compiled.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);

    public static async Task<string> EmbeddedAsync(CancellationToken token)
    {
        using var folder = ManySources.AddTo(new HubFolder { Url = $"http://127.0.0.1:{FreePort.Take()}" });
        return $"{ManySources.Count} sources, embedded: {await MeasureAsync(folder, null, token)}";
    }

    public static async Task<string> OnServersAsync(BenchmarkServers servers, CancellationToken token)
    {
        var database = await servers.Postgres.CreateDatabaseAsync(token: token);
        using var folder = ManySources.AddTo(new HubFolder { Url = $"http://127.0.0.1:{FreePort.Take()}" }.OnServers(database, servers.Rabbit.AmqpUri));
        return $"{ManySources.Count} sources, PostgreSQL and RabbitMQ: {await MeasureAsync(folder, servers, token)}";
    }

    private static async Task<string> MeasureAsync(HubFolder folder, BenchmarkServers? servers, CancellationToken token)
    {
        var fresh = await StartAsync(folder, null, token);
        var again = await StartAsync(folder, null, token);
        var idle = "";
        var third = await StartAsync(folder, async hub => idle = await IdleAsync(hub, servers, token), token);
        return $"ready after {fresh} with a new store, {again} and {third} with one that is there; {idle}.";
    }

    /// <summary>Seconds from start to ready, and the CPU of that, which other work on the machine does not lengthen; then what is to be done with it; then it stops.</summary>
    private static async Task<string> StartAsync(HubFolder folder, Func<Process, Task>? then, CancellationToken token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(folder.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", HubFolder.Key);
        var clock = Stopwatch.StartNew();
        using var hub = Child.Start(HubFolder.Program, ["run", "--config", folder.Location], folder.Environment);
        try
        {
            var errors = hub.StandardError.ReadToEndAsync(token);
            var output = hub.StandardOutput.ReadToEndAsync(token);
            while (!await IsReadyAsync(client, token))
            {
                if (hub.HasExited || clock.Elapsed > Patience)
                    throw new InvalidOperationException($"The hub did not become ready:\n{(hub.HasExited ? await errors : "")}");
                await Task.Delay(LookAgain, token);
            }

            var ready = $"{clock.Elapsed.TotalSeconds:0.00} s ({ProcessFile.CpuOf(hub.Id):0.00} s of CPU)";
            if (then is not null)
                await then(hub);
            await ReadyRun.StopAsync(hub, token);
            await Task.WhenAll(errors, output);
            return ready;
        }
        finally
        {
            if (!hub.HasExited)
                hub.Kill(entireProcessTree: true);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken token)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<string> IdleAsync(Process hub, BenchmarkServers? servers, CancellationToken token)
    {
        await Task.Delay(WarmUp, token);
        double cpu = ProcessFile.CpuOf(hub.Id), postgres = CpuOf(servers?.PostgresProcess), rabbit = CpuOf(servers?.RabbitProcess);
        var clock = Stopwatch.StartNew();
        await Task.Delay(Idle, token);
        var seconds = clock.Elapsed.TotalSeconds;
        return $"idle {Share(ProcessFile.CpuOf(hub.Id) - cpu)} of a core (PostgreSQL {Share(CpuOf(servers?.PostgresProcess) - postgres)}, RabbitMQ {Share(CpuOf(servers?.RabbitProcess) - rabbit)}), "
            + $"peak {ProcessFile.PeakMegabytes(hub.Id):0} MB, load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}";

        string Share(double spent) => $"{100 * spent / seconds:0.0}%";
    }

    private static double CpuOf(int? process) => process is { } id ? ProcessFile.CpuOfTree(id) : 0;
}
