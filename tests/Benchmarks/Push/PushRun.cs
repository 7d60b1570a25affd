using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Input;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Push;

/// <summary>One discharge at a time, over MLLP, to an idle hub on RabbitMQ and PostgreSQL; until it is at the webhook of the case worker who has the citizen's file.</summary>
internal static class PushRun
{
    private const int Citizens = 120;
    private const int WarmUp = 20;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(150);

    public static async Task<string> RunAsync(BenchmarkServers servers, CancellationToken token)
    {
        await using var listener = await WebhookListener.StartAsync(token);
        var port = FreePort.Take();
        using var folder = new HubFolder()
            .OnServers(await servers.Postgres.CreateDatabaseAsync(token: token), servers.Rabbit.AmqpUri)
            .WithOcmw()
            .WithSource(HubFolder.Hospital, "hospital", new() { ["mllp"] = new JsonObject { ["port"] = port } }, isPulled: false)
            .WithDestination("inbox", "webhook", new() { ["url"] = listener.Url, ["secrets"] = new JsonArray("env:BENCH_WEBHOOK"), ["allowInternal"] = new JsonArray("127.0.0.1") })
            .Write();
        folder.Environment["BENCH_WEBHOOK"] = WebhookListener.Secret;
        OcmwExports.Write(folder.Exports, Citizens * OcmwExports.RecordsOfCitizen);
        await HubRun.RunAsync(folder, token);

        using var hub = Child.Start(HubFolder.Program, ["run", "--config", folder.Location], folder.Environment);
        try
        {
            await ReadyRun.WaitUntilReadyAsync(hub, token);
            _ = hub.StandardError.ReadToEndAsync(token);
            _ = hub.StandardOutput.ReadToEndAsync(token);
            var result = await SendAllAsync(listener, port, token);
            await ReadyRun.StopAsync(hub, token);
            return result;
        }
        finally
        {
            if (!hub.HasExited)
                hub.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> SendAllAsync(WebhookListener listener, int port, CancellationToken token)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port, token);
        var stream = client.GetStream();
        var acknowledged = new List<double>();
        var arrived = new List<double>();
        // Those whose jobs ended have a moment already, at the webhook too: the others only.
        foreach (var citizen in Enumerable.Range(0, Citizens).Where(one => one % 100 >= 8))
        {
            var arrival = listener.ArrivalOf(OcmwExports.Insz(citizen));
            var start = Stopwatch.GetTimestamp();
            await stream.WriteAsync(Discharge(citizen), token);
            await ReadAnswerAsync(stream, token);
            acknowledged.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            arrived.Add(Stopwatch.GetElapsedTime(start, await arrival.WaitAsync(TimeSpan.FromSeconds(30), token)).TotalMilliseconds);
            await Task.Delay(Idle, token);
        }

        return $"Push over MLLP, hub idle, {arrived.Count - WarmUp} discharges one by one after {WarmUp}: acknowledged {Describe(acknowledged)}; at the webhook {Describe(arrived)}. The first after the start: {arrived[0]:0} ms.";
    }

    private static string Describe(List<double> times)
    {
        var sorted = times.Skip(WarmUp).Order().ToList();
        return $"median {sorted[sorted.Count / 2]:0.0} ms, 95% {sorted[sorted.Count * 95 / 100]:0.0} ms, slowest {sorted[^1]:0.0} ms";
    }

    private static byte[] Discharge(int citizen)
    {
        var message = string.Join('\r',
            $"MSH|^~\\&|ZIS|AZ-VOORBEELD|HUB|GBO|20261116110512+0100||ADT^A03^ADT_A03|M{citizen:00000}|P|2.5.1|||||BEL|UNICODE UTF-8",
            "EVN|A03|20261116110512||||20261116110000",
            $"PID|1||P{citizen:0000}^^^AZVB^PI~{OcmwExports.Insz(citizen)}^^^RRN&2.16.56.1.1&ISO^NNBEL||Zilverberg^Joost^^^^^L||19520114|F|||Windwijzerlaan 12^^Gent^^9000^BE^H",
            $"PV1|1|I|GER^101^1^AZ VOORBEELD|R|||1234567^Peeters^Jan|||GER||||1||||IN|V{citizen:00000000}^^^AZVB^VN|||||||||||||||||01||||||||20261012143000|20261116110000",
            "");
        return [0x0B, .. Encoding.UTF8.GetBytes(message), 0x1C, 0x0D];
    }

    private static async Task ReadAnswerAsync(NetworkStream stream, CancellationToken token)
    {
        var answer = new List<byte>();
        var buffer = new byte[4096];
        while (answer is not [.., 0x1C, 0x0D])
        {
            var read = await stream.ReadAsync(buffer, token);
            answer.AddRange(buffer.AsSpan(0, read));
            if (read == 0)
                throw new InvalidOperationException("The hub closed the connection.");
        }

        if (!Encoding.UTF8.GetString([.. answer]).Contains("MSA|AA", StringComparison.Ordinal))
            throw new InvalidOperationException("The hub did not accept the message.");
    }
}
