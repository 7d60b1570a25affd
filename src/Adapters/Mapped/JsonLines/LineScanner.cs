using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.JsonLines;

/// <summary>Cuts a stream into lines, in memory bounded by the longest line allowed.</summary>
/// <param name="stream">Standing at <paramref name="from"/>.</param>
/// <param name="maxLineBytes">Of a line over this size only the beginning is given.</param>
/// <param name="from">Where the first line begins.</param>
internal sealed class LineScanner(Stream stream, long maxLineBytes, CutPosition from)
{
    private const int KeptOfRefused = 4096;

    // As much of a large line as is there whatever the reads.
    private readonly int keptOfLarge = (int)Math.Min(maxLineBytes, KeptOfRefused);

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private int searched;
    private bool isEnded;
    private CutPosition position = from;
    private byte[]? skippedHead;
    private long skipped;

    /// <summary>Takes the next line, without its end; false when more must be read. The bytes are valid until <see cref="FillAsync"/>.</summary>
    public bool TryRead(out CutRecord line)
    {
        line = default;
        var bytes = buffer.AsMemory(start, end - start);
        var lineEnd = bytes.Span[searched..].IndexOf((byte)'\n');
        if (lineEnd < 0 && !isEnded)
        {
            searched = bytes.Length;
            if (skippedHead is not null || bytes.Length > maxLineBytes)
                Skip(bytes.Span);
            return false;
        }

        if (bytes.IsEmpty && skippedHead is null)
            return false;
        var isCutOff = lineEnd < 0;
        var length = isCutOff ? bytes.Length : searched + lineEnd;
        var used = length + (isCutOff ? 0 : 1);
        var size = skipped + length;
        var isLarge = size > maxLineBytes;
        var kept = skippedHead ?? bytes[..(isLarge ? keptOfLarge : length)];
        var next = new CutPosition(position.Offset + skipped + used, position.Line + 1);
        line = new CutRecord(kept, position.Line, next) { RefusedSize = isLarge ? size : null };
        position = next;
        (skippedHead, skipped, searched) = (null, 0, 0);
        start += used;
        return true;
    }

    /// <summary>Reads on; false when everything was given.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken token)
    {
        if (isEnded)
            return false;
        var waiting = end - start;
        if (start > 0)
            buffer.AsSpan(start, waiting).CopyTo(buffer);
        (start, end) = (0, waiting);
        if (waiting == buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        var read = await stream.ReadAsync(buffer.AsMemory(end), token);
        isEnded = read == 0;
        end += read;
        return true;
    }

    private void Skip(ReadOnlySpan<byte> bytes)
    {
        skippedHead ??= bytes[..keptOfLarge].ToArray();
        skipped += bytes.Length;
        start = end;
        searched = 0;
    }
}
