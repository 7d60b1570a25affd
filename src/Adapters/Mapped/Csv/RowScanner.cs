namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>
/// Cuts a stream into rows without decoding it (UTF-8 and Windows-1252 write separators, quotes and line ends as the same single bytes), in memory bounded by the largest row allowed.
/// </summary>
/// <remarks>
/// A quote that is never closed must not swallow the rest of the file. When what follows a closing quote is neither a separator nor a line end, or a row is not closed within the limit or before the
/// end of the file, then the row is taken to end on its first line end: that line is refused by the normaliser, and the next line is a row again.
/// </remarks>
/// <param name="stream">Where to read, standing at <paramref name="offset"/>.</param>
/// <param name="separator">What stands between fields.</param>
/// <param name="maxRowBytes">A row over this size is refused.</param>
/// <param name="offset">Where the first row begins in the file.</param>
/// <param name="line">The line it is on, from 1.</param>
internal sealed class RowScanner(Stream stream, char separator, int maxRowBytes, long offset, long line)
{
    private const int KeptOfRefused = 4096;

    private byte[] buffer = new byte[128 * 1024];
    private int start;
    private int end;
    private bool isEnded;
    private byte[]? skippedHead;
    private long skipped;

    /// <summary>Where the next row begins in the file.</summary>
    public long NextOffset { get; private set; } = offset;

    /// <summary>The line of the next row.</summary>
    public long NextLine { get; private set; } = line;

    /// <summary>Takes the next row out of what was read so far; false when more must be read.</summary>
    public bool TryRead(out ScannedRow row)
    {
        row = default;
        var bytes = buffer.AsSpan(start, end - start);
        var lineEnd = bytes.IndexOf((byte)'\n');
        if (lineEnd < 0 && !isEnded)
        {
            if (skippedHead is not null || bytes.Length > maxRowBytes + 1L)
                Skip(bytes);
            return false;
        }

        if (skippedHead is not null)
        {
            row = EndOfSkipped(lineEnd < 0 ? bytes.Length : lineEnd, lineEnd < 0);
            return true;
        }

        if (bytes.IsEmpty)
            return false;
        var length = lineEnd < 0 ? bytes.Length : lineEnd;
        if (bytes[..length].Contains((byte)'"'))
        {
            var window = bytes[..(int)Math.Min(bytes.Length, maxRowBytes + 2L)];
            var found = QuotedRow.FindEnd(window, (byte)separator, isEnded && window.Length == bytes.Length);
            if (found == QuotedRow.NeedsMore && !isEnded && bytes.Length < maxRowBytes + 2L)
                return false;
            if (found >= 0)
                length = found;
        }

        row = Take(bytes, length);
        return true;
    }

    /// <summary>Reads on; false when the file has ended and <see cref="TryRead"/> has given everything.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken token)
    {
        if (isEnded)
            return false;
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        var read = await stream.ReadAsync(buffer.AsMemory(end), token);
        isEnded = read == 0;
        end += read;
        return true;
    }

    private ScannedRow Take(ReadOnlySpan<byte> bytes, int length)
    {
        var isCutOff = length == bytes.Length;
        var content = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
        var kept = buffer.AsMemory(start, content > maxRowBytes ? Math.Min(content, KeptOfRefused) : content);
        var row = new ScannedRow(kept, NextLine, content > maxRowBytes ? content : null, isCutOff);
        NextLine += 1 + bytes[..length].Count((byte)'\n');
        Advance(length + (isCutOff ? 0 : 1));
        return row;
    }

    private void Skip(ReadOnlySpan<byte> bytes)
    {
        skippedHead ??= bytes[..Math.Min(bytes.Length, KeptOfRefused)].ToArray();
        skipped += bytes.Length;
        Advance(bytes.Length);
    }

    private ScannedRow EndOfSkipped(int length, bool isCutOff)
    {
        var row = new ScannedRow(skippedHead, NextLine, skipped + length, isCutOff);
        (skippedHead, skipped) = (null, 0);
        NextLine++;
        Advance(length + (isCutOff ? 0 : 1));
        return row;
    }

    private void Advance(int count)
    {
        start += count;
        NextOffset += count;
    }
}
