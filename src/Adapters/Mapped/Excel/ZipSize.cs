using System.IO.Compression;
using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.Excel;

/// <summary>Looks how large a packed workbook is when it is unpacked: a small file can hold a table that fills the memory.</summary>
internal static class ZipSize
{
    /// <summary>Why the file is refused; null when it is no zip or a small one. What a zip says of itself is checked when it is unpacked.</summary>
    public static FileRefusal? Refuse(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
            return null;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Sum(entry => Math.Min(entry.Length, ExcelRefusal.MaxUnpackedBytes)) > ExcelRefusal.MaxUnpackedBytes ? ExcelRefusal.LargeContent : null;
        }
        catch (InvalidDataException problem)
        {
            return ExcelRefusal.Of(problem);
        }
    }
}
