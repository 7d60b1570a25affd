using System.Net.Sockets;
using System.Text;

namespace IntegrationHub.Simulators.Mllp;

/// <summary>A hospital's sending system: sends HL7 v2 messages over MLLP, waits for the answer to each before it sends the next, and tells what the answers were.</summary>
public sealed class MllpSender(TimeProvider clock)
{
    /// <summary>Sends every message of the files.</summary>
    /// <param name="files">Files of HL7 v2, one or several messages each.</param>
    /// <param name="host">The receiver.</param>
    /// <param name="port">Its MLLP port.</param>
    /// <param name="options">Connections, packets, patience.</param>
    /// <param name="answered">Told about each answer as it comes; may be called from several threads.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="IOException">A file cannot be read. A receiver that is away is no exception: it is the answer of every message.</exception>
    public async Task<MllpSendResult> SendAsync(
        IReadOnlyList<string> files, string host, int port, MllpSendOptions? options = null, Action<MllpAnswer>? answered = null, CancellationToken token = default)
    {
        options ??= new();
        var messages = new List<MllpMessage>();
        foreach (var file in files)
            messages.AddRange(await MllpMessageFile.ReadAsync(file, token));
        var answers = new MllpAnswer[messages.Count];
        var count = Math.Clamp(options.Connections, 1, Math.Max(messages.Count, 1));
        await Task.WhenAll(Enumerable.Range(0, count).Select(first => SendOnOneAsync(first, count)));
        return new(answers);

        async Task SendOnOneAsync(int first, int step)
        {
            TcpClient? client = null;
            try
            {
                for (var i = first; i < messages.Count; i += step)
                {
                    (client, answers[i]) = await SendOneAsync(client, messages[i], host, port, options, token);
                    answered?.Invoke(answers[i]);
                }
            }
            finally
            {
                client?.Dispose();
            }
        }
    }

    /// <summary>Sends one message; after a failure the connection is gone and the next message opens another.</summary>
    private async Task<(TcpClient? Client, MllpAnswer Answer)> SendOneAsync(TcpClient? client, MllpMessage message, string host, int port, MllpSendOptions options, CancellationToken token)
    {
        using var timer = new CancellationTokenSource(options.AnswerTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, timer.Token);
        try
        {
            if (client is null)
            {
                client = new TcpClient { NoDelay = true };
                await client.ConnectAsync(host, port, either.Token);
            }

            await WriteAsync(client.GetStream(), message.Framed, options.PacketBytes, either.Token);
            var answer = await ReadAnswerAsync(client.GetStream(), either.Token);
            if (answer is not null)
                return (client, Judge(message, answer));
            client.Dispose();
            return (null, new(message.File, message.ControlId, message.Type, null, "the receiver closed the connection without an acknowledgement"));
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException && !token.IsCancellationRequested)
        {
            client?.Dispose();
            var reason = exception is OperationCanceledException ? $"no acknowledgement within {options.AnswerTimeout.TotalSeconds:0.#} seconds" : exception.Message;
            return (null, new(message.File, message.ControlId, message.Type, null, reason));
        }
    }

    private static async Task WriteAsync(NetworkStream stream, byte[] frame, int packetBytes, CancellationToken token)
    {
        var size = packetBytes > 0 ? packetBytes : frame.Length;
        foreach (var packet in frame.Chunk(size))
        {
            await stream.WriteAsync(packet, token);
            await stream.FlushAsync(token);
        }
    }

    /// <summary>The next answer without its blocks; null when the receiver closed instead.</summary>
    private static async Task<byte[]?> ReadAnswerAsync(NetworkStream stream, CancellationToken token)
    {
        var answer = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, token) == 1)
        {
            if (one[0] == 0x0D && answer is [.., 0x1C])
                return [.. answer.SkipWhile(b => b == 0x0B).SkipLast(1)];
            answer.Add(one[0]);
        }

        return null;
    }

    private static MllpAnswer Judge(MllpMessage message, byte[] answer)
    {
        var segments = Encoding.Latin1.GetString(answer).Split('\r');
        var separator = segments[0].Length > 3 ? segments[0][3] : '|';
        var msa = segments.FirstOrDefault(segment => segment.StartsWith("MSA", StringComparison.Ordinal))?.Split(separator) ?? [];
        var text = msa.Length > 3 && msa[3].Length > 0 ? msa[3] : null;
        if (msa.Length < 2)
            return new(message.File, message.ControlId, message.Type, null, "the answer holds no MSA segment");
        // An answer to what could not be read as HL7 names no message.
        var answered = msa.Length > 2 ? msa[2] : "";
        return answered == message.ControlId || answered.Length == 0
            ? new(message.File, message.ControlId, message.Type, msa[1], text)
            : new(message.File, message.ControlId, message.Type, null, "the answer is about another message");
    }
}
