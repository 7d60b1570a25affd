using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>A hospital that sends over MLLP, one message after the other. What is not acknowledged it sends again, on a new connection, to whichever hub listens.</summary>
internal sealed class MllpPartner(IReadOnlyList<int> ports, Mannered manners, Random dice) : IDisposable
{
    public const string Id = "az-mllp";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private TcpClient? client;

    public Outbox<Hl7Text> Outbox { get; } = new();

    public async Task RunAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            var messages = Outbox.Take(5).ToArray();
            if (messages.Length > 0)
                await HandOverAsync(messages, token);
            Outbox.Acknowledged(messages.Length);
            await Task.Delay(dice.Next(100, 300), token);
        }
    }

    public void Dispose() => client?.Dispose();

    private async Task HandOverAsync(Hl7Text[] messages, CancellationToken token)
    {
        var manner = manners.Take();
        if (manner == Manner.Reordered)
            Array.Reverse(messages);
        foreach (var message in messages)
        {
            if (manner == Manner.Split)
                await BrokenOff.SendAsync(ports[dice.Next(ports.Count)], Framed(message)[..dice.Next(1, message.Text.Length)], token);
            await UntilAcknowledgedAsync(message, manner == Manner.Split ? 11 : int.MaxValue, token);
            if (manner == Manner.Duplicated)
                await UntilAcknowledgedAsync(message, int.MaxValue, token);
        }
    }

    private async Task UntilAcknowledgedAsync(Hl7Text message, int packet, CancellationToken token)
    {
        while (!await SendAsync(message, packet, token))
        {
            client?.Dispose();
            client = null;
            await Task.Delay(dice.Next(50, 300), token);
        }
    }

    private async Task<bool> SendAsync(Hl7Text message, int packet, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            if (client is null)
            {
                client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(IPAddress.Loopback, ports[dice.Next(ports.Count)], patience.Token);
            }

            foreach (var part in Framed(message).Chunk(packet))
                await client.GetStream().WriteAsync(part, patience.Token);
            var answer = await ReadAnswerAsync(client.GetStream(), patience.Token);
            // AE: it is in quarantine, which is an acknowledgement too.
            return answer.Contains($"MSA|AA|{message.ControlId}", StringComparison.Ordinal) || answer.Contains($"MSA|AE|{message.ControlId}", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }

    private static byte[] Framed(Hl7Text message) => [0x0B, .. Encoding.UTF8.GetBytes(message.Text), 0x1C, 0x0D];

    /// <summary>Up to the end of the answer; what there is of it when the hub closes.</summary>
    private static async Task<string> ReadAnswerAsync(NetworkStream stream, CancellationToken token)
    {
        var answer = new List<byte>();
        var some = new byte[1024];
        int read;
        while (answer is not [.., 0x1C, 0x0D] && (read = await stream.ReadAsync(some, token)) > 0)
            answer.AddRange(some.AsSpan(0, read));
        return Encoding.Latin1.GetString([.. answer]);
    }
}
