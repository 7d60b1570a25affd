namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Finds where a row ends that may hold quoted line ends.</summary>
internal static class QuotedRow
{
    /// <summary>The row goes on beyond the bytes given.</summary>
    public const int NeedsMore = -1;

    /// <summary>A closing quote is followed by something other than a separator or a line end: some quote before it was never closed.</summary>
    public const int Broken = -2;

    /// <summary>The index of the line feed that ends the row (the length when the file ends there), <see cref="NeedsMore"/> or <see cref="Broken"/>.</summary>
    public static int FindEnd(ReadOnlySpan<byte> bytes, byte separator, bool isEndOfFile)
    {
        var position = 0;
        while (true)
        {
            if (position < bytes.Length && bytes[position] == '"')
            {
                position = AfterQuotes(bytes, position + 1);
                if (position == NeedsMore)
                    return NeedsMore;
                if (position == bytes.Length)
                    return isEndOfFile ? position : NeedsMore;
                if (bytes[position] == '\r')
                {
                    if (position + 1 == bytes.Length)
                        return isEndOfFile ? bytes.Length : NeedsMore;
                    position++;
                    if (bytes[position] != '\n')
                        return Broken;
                }

                if (bytes[position] == '\n')
                    return position;
                if (bytes[position] != separator)
                    return Broken;
                position++;
                continue;
            }

            var next = bytes[position..].IndexOfAny(separator, (byte)'\n');
            if (next < 0)
                return isEndOfFile ? bytes.Length : NeedsMore;
            position += next;
            if (bytes[position] == '\n')
                return position;
            position++;
        }
    }

    // The index after the closing quote.
    private static int AfterQuotes(ReadOnlySpan<byte> bytes, int position)
    {
        while (true)
        {
            var quote = bytes[position..].IndexOf((byte)'"');
            if (quote < 0)
                return NeedsMore;
            position += quote + 1;
            if (position == bytes.Length || bytes[position] != '"')
                return position;
            position++;
        }
    }
}
