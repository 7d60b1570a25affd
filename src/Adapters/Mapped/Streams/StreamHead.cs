using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.Streams;

/// <summary>Recognises by the first bytes of a stream what it cannot be, whatever its name or media type says.</summary>
internal static class StreamHead
{
    /// <summary>How much of a stream is kept with its refusal.</summary>
    public const int Bytes = 16 * 1024;

    private static readonly (byte[] Bytes, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip file or an Excel workbook (.xlsx)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file (.xls), or one with a password"),
        ([0x1F, 0x8B], "a gzip file"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ([0xFF, 0xFE], "text in UTF-16"),
        ([0xFE, 0xFF], "text in UTF-16"),
    ];

    /// <summary>The first bytes of a stream that can seek; it stands at its beginning again afterwards.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken token)
    {
        stream.Position = 0;
        var head = new byte[Bytes];
        var count = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, token);
        stream.Position = 0;
        return head.AsMemory(0, count);
    }

    /// <summary>The length of the mark that some programs put before UTF-8.</summary>
    public static int MarkLength(ReadOnlySpan<byte> head) => head.StartsWith("\uFEFF"u8) ? 3 : 0;

    /// <summary>The head without mark and white space.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> head) => head[MarkLength(head)..].TrimStart(" \t\r\n"u8);

    /// <summary>Whether it begins as a file that is no text.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, _) in Known)
        {
            if (head.StartsWith(bytes))
                return true;
        }

        return false;
    }

    /// <summary>Why the stream cannot be of a text format; null when nothing speaks against it.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="format">The format it should have, for the sentence.</param>
    /// <param name="allowsTags">Whether it may begin with a tag.</param>
    public static FileRefusal? Refuse(ReadOnlySpan<byte> head, string format, bool allowsTags = false)
    {
        if (head.IsEmpty)
            return new FileRefusal($"{format}, found an empty file", "export it again: the hub withdraws nothing on the ground of an empty file");
        foreach (var (bytes, name) in Known)
        {
            if (head.StartsWith(bytes))
                return Other(format, name);
        }

        var text = Text(head);
        if (text.IsEmpty)
            return new FileRefusal($"{format}, found only white space", "export it again: the hub withdraws nothing on the ground of an empty file");
        if (text.Contains((byte)0))
            return new FileRefusal($"{format}, found NUL bytes: a binary file, text in UTF-16, or a disk that filled up while the file was written", "export it again, in UTF-8");
        if (IsHtml(text))
            return Other(format, "an HTML page: often a page to log in on, or a message of error");
        return text[0] == '<' && !allowsTags ? Other(format, "XML") : null;
    }

    private static bool IsHtml(ReadOnlySpan<byte> text)
    {
        Span<byte> lower = stackalloc byte[14];
        var count = Math.Min(text.Length, lower.Length);
        for (var i = 0; i < count; i++)
            lower[i] = text[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(text[i] | 0x20) : text[i];
        return lower[..count].StartsWith("<!doctype html"u8) || lower[..count].StartsWith("<html"u8);
    }

    private static FileRefusal Other(string format, string found) =>
        new($"{format}, found {found}", $"export it as {format}, or write in the source.yaml under format what it is");
}
