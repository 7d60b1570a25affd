using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>Cuts a stream of bytes into MLLP frames (0x0B message 0x1C 0x0D), however the network cut it into packets. Pure; one a connection.</summary>
/// <remarks>A start block within a frame begins a new one: the sender gave up in the middle, and what it had sent must never run together with another patient's message.</remarks>
internal sealed class MllpDecoder(long maxBytes)
{
    /// <summary>Bytes between frames that are skipped before the connection is given up; real senders leave a line end.</summary>
    public const int MaxGarbage = 64 * 1024;

    private const byte StartBlock = 0x0B;
    private const byte EndBlock = 0x1C;
    private const byte CarriageReturn = 0x0D;
    private const int HeaderKept = 4096;

    private readonly Queue<MllpFrame> frames = new();
    private ArrayBufferWriter<byte> content = new();
    private long length;
    private int garbage;
    private bool endBlockSeen;

    /// <summary>Whether a message began that has not ended.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Why the stream can no longer be followed; null while it can.</summary>
    public string? Broken { get; private set; }

    public bool TryTake([NotNullWhen(true)] out MllpFrame? frame) => frames.TryDequeue(out frame);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (Broken is not null)
                return;
            if (b == StartBlock)
                Start();
            else if (!IsInside)
                Skip();
            else
                Inside(b);
        }
    }

    private void Start()
    {
        (content, length, garbage, endBlockSeen, IsInside) = (new(), 0, 0, false, true);
    }

    private void Skip()
    {
        if (++garbage > MaxGarbage)
            Broken = $"more than {MaxGarbage} bytes came outside a frame (0x0B message 0x1C 0x0D): this is not MLLP";
    }

    private void Inside(byte b)
    {
        if (endBlockSeen && b == CarriageReturn)
        {
            frames.Enqueue(new(content.WrittenMemory, length));
            (content, IsInside, endBlockSeen) = (new(), false, false);
            return;
        }

        // An end block that no carriage return follows was part of the message.
        if (endBlockSeen)
            Keep(EndBlock);
        endBlockSeen = b == EndBlock;
        if (!endBlockSeen)
            Keep(b);
    }

    private void Keep(byte b)
    {
        length++;
        if (length <= maxBytes)
        {
            content.GetSpan(1)[0] = b;
            content.Advance(1);
            return;
        }

        if (length == maxBytes + 1)
            ForgetButHeader();
        if (length / 16 > maxBytes)
            Broken = $"a message is over {length - 1} bytes and goes on; at most {maxBytes} are taken";
    }

    // Too large: the rest is only counted. The header stays, to answer the message by its control id.
    private void ForgetButHeader()
    {
        var header = new ArrayBufferWriter<byte>();
        header.Write(content.WrittenSpan[..Math.Min(content.WrittenCount, HeaderKept)]);
        content = header;
    }
}
