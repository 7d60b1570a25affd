namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Recognises by its first bytes what is not XML, whatever its name says.</summary>
internal static class FileStart
{
    private static readonly (byte[] Bytes, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip file or an Excel workbook (.xlsx)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls)"),
        ([0x1F, 0x8B], "a gzip file"),
        ("%PDF"u8.ToArray(), "a PDF"),
    ];

    /// <summary>Why the file cannot be XML; null when nothing speaks against it.</summary>
    public static FileProblem? Find(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, name) in Known)
        {
            if (head.StartsWith(bytes))
                return FileProblem.Format(name);
        }

        // UTF-16 is for the parser to judge.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || head.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
            return null;
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return FileProblem.Empty;
        return text[0] switch
        {
            (byte)'<' => IsHtml(text) ? FileProblem.Format("an HTML page") : null,
            (byte)'{' or (byte)'[' => FileProblem.Format("JSON"),
            0 => FileProblem.Format("NUL bytes: a binary file, or a disk that filled up while the file was written"),
            _ => FileProblem.Format("text that does not begin with <"),
        };
    }

    /// <summary>Whether a document type stands before the first element.</summary>
    public static bool HasDocumentType(ReadOnlySpan<byte> head) => head.IndexOf("<!DOCTYPE"u8) >= 0;

    private static bool IsHtml(ReadOnlySpan<byte> text) =>
        System.Text.Ascii.EqualsIgnoreCase(text[..Math.Min(5, text.Length)], "<html"u8) || System.Text.Ascii.EqualsIgnoreCase(text[..Math.Min(14, text.Length)], "<!doctype html"u8);
}
