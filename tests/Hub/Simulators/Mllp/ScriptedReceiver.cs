using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Simulators.Tests.Mllp;

/// <summary>An MLLP receiver that answers each control id with a given MSA segment: null closes the connection, empty says nothing.</summary>
internal sealed class ScriptedReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, string?> answer;
    private readonly Task accepting;
    private int connections;

    public ScriptedReceiver(Func<string, string?> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => connections;

    public ConcurrentQueue<string> Received { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting.WaitAsync(TimeSpan.FromSeconds(10));
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Interlocked.Increment(ref connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var message = new List<byte>();
            var one = new byte[1];
            try
            {
                while (await stream.ReadAsync(one, stop.Token) == 1)
                {
                    message.Add(one[0]);
                    if (message is not [0x0B, .., 0x1C, 0x0D])
                        continue;
                    var text = Encoding.Latin1.GetString([.. message[1..^2]]);
                    Received.Enqueue(text);
                    message.Clear();
                    if (answer(text.Split('|')[9]) is not { } msa)
                        return;
                    if (msa.Length > 0)
                        await stream.WriteAsync(Encoding.Latin1.GetBytes($"\u000BMSH|^~\\&|HUB\r{msa}\r\u001C\r"), stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The test is over, or the sender gave up.
            }
        }
    }
}
