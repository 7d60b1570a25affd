namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Recognises by its first bytes what is not XML, whatever its name says.</summary>
internal static class FileStart
{
    private static readonly (byte[] Bytes, FileProblemKind Kind)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], FileProblemKind.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0], FileProblemKind.OldExcel),
        ([0x1F, 0x8B], FileProblemKind.Gzip),
        ("%PDF"u8.ToArray(), FileProblemKind.Pdf),
    ];

    /// <summary>Why the file cannot be XML; null when nothing speaks against it.</summary>
    public static FileProblemKind? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, kind) in Known)
        {
            if (head.StartsWith(bytes))
                return kind;
        }

        // UTF-16 is for the parser to judge.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
            return null;
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return FileProblemKind.Empty;
        return text[0] switch
        {
            (byte)'<' => IsHtml(text) ? FileProblemKind.Html : null,
            (byte)'{' or (byte)'[' => FileProblemKind.Json,
            0 => FileProblemKind.Nul,
            _ => FileProblemKind.OtherText,
        };
    }

    /// <summary>Whether a document type stands before the first element.</summary>
    public static bool HasDocumentType(ReadOnlySpan<byte> head) => head.IndexOf("<!DOCTYPE"u8) >= 0;

    private static bool IsHtml(ReadOnlySpan<byte> text) =>
        System.Text.Ascii.EqualsIgnoreCase(text[..Math.Min(5, text.Length)], "<html"u8) || System.Text.Ascii.EqualsIgnoreCase(text[..Math.Min(14, text.Length)], "<!doctype html"u8);
}
