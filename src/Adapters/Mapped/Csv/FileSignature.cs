using IntegrationHub.Adapters.Mapped.Folders;
namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Recognises by its first bytes what is not CSV, whatever its name says.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Bytes, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a zip file or an Excel workbook (.xlsx)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls)"),
        ([0x1F, 0x8B], "a gzip file"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
    ];

    /// <summary>Why the file cannot be CSV; null when nothing speaks against it.</summary>
    public static FileRefusal? Find(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FileRefusal.Utf16;
        foreach (var (bytes, name) in Known)
        {
            if (head.StartsWith(bytes))
                return FileRefusal.Format(name);
        }

        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return FileRefusal.Empty;
        if (text[0] == '<')
            return FileRefusal.Format("HTML or XML");
        return text[0] == '{' || text.StartsWith("[{"u8) ? FileRefusal.Format("JSON") : null;
    }
}
