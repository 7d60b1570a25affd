using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A stream of MLLP on a connection of its own; what the hub answers is read to its end.</summary>
internal sealed class MllpTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Hl7, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        using var client = await ConnectAsync(hub.MllpPort, token);
        var answers = ReadAsync(client, token);
        try
        {
            await client.GetStream().WriteAsync(input, token);
            client.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // The hub gave up on what is no MLLP while we were sending.
            await answers;
            return;
        }

        var text = await answers;
        hub.Witness.Look("an acknowledgement", Said(text));
    }

    // An acknowledgement repeats the sender's own names and the id of her message, and nothing else of it.
    private static string Said(string answers) =>
        string.Join('\n', answers.Split('\r', '\n').Where(line => line.StartsWith("ERR", StringComparison.Ordinal)));

    private static async Task<string> ReadAsync(TcpClient client, CancellationToken token)
    {
        using var all = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(all, token);
        }
        catch (IOException)
        {
            return "";
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }

    private static async Task<TcpClient> ConnectAsync(int port, CancellationToken token)
    {
        for (var times = 0; ; times++)
        {
            var client = new TcpClient { NoDelay = true };
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, token);
                return client;
            }
            catch (SocketException) when (times < 100)
            {
                client.Dispose();
                await Task.Delay(50, token);
            }
        }
    }
}
