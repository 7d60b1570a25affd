using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>A sender that can do everything wrong.</summary>
internal sealed class MllpClient(TcpClient client, Stream? encrypted = null) : IDisposable
{
    private readonly Stream stream = encrypted ?? client.GetStream();

    public Task SendAsync(string message) => SendAsync(MllpServer.Framed(message));

    public async Task SendAsync(byte[] bytes) => await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);

    /// <summary>The next acknowledgement; null when the hub closed the connection instead.</summary>
    public async Task<Ack?> ReadAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var bytes = new List<byte>();
        var one = new byte[1];
        try
        {
            while (await stream.ReadAsync(one, patience.Token) == 1)
            {
                if (one[0] == 0x0D && bytes is [.., 0x1C])
                    return new Ack(Encoding.Latin1.GetString([.. bytes[1..^1]]));
                bytes.Add(one[0]);
            }
        }
        catch (IOException)
        {
            return null;
        }

        return null;
    }

    public async Task<Ack?> AskAsync(string message)
    {
        await SendAsync(message);
        return await ReadAsync();
    }

    public void Dispose() => client.Dispose();
}
