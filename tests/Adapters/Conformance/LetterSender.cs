using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>Sends one line a connection and waits for <c>ok</c>.</summary>
sealed class LetterSender(string fault) : FakeSender
{
    private readonly int port = FreePort();
    private TcpListener? occupant;

    public override IReadOnlyList<string> RecordIds => LetterTexts.Ids;

    public override JsonObject Options
    {
        get
        {
            var options = LetterTexts.Options(fault);
            (options["folder"], options["port"]) = (Folder, port);
            return options;
        }
    }

    public override async Task<bool> SendAsync(int message, CancellationToken token) => await ExchangeAsync(Encoding.UTF8.GetBytes(LetterTexts.Lines[message] + "\n"), true, token) == "ok";

    public override async Task SendPartAsync(int message, double part, CancellationToken token)
    {
        var bytes = Encoding.UTF8.GetBytes(LetterTexts.Lines[message] + "\n");
        await ExchangeAsync(bytes[..(int)(bytes.Length * part)], false, token);
    }

    public override Task GoAwayAsync()
    {
        occupant = new TcpListener(IPAddress.Loopback, port);
        occupant.Start();
        return Task.CompletedTask;
    }

    protected override ValueTask CleanUpAsync()
    {
        occupant?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<string?> ExchangeAsync(byte[] bytes, bool waits, CancellationToken token)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, token);
            var stream = client.GetStream();
            await stream.WriteAsync(bytes, token);
            client.Client.Shutdown(SocketShutdown.Send);
            if (!waits)
                return null;
            var answer = new byte[2];
            return await stream.ReadAtLeastAsync(answer, 2, throwOnEndOfStream: false, token) == 2 ? Encoding.UTF8.GetString(answer) : null;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return null;
        }
    }
}
