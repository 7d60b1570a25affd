using System.IO.Compression;

namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>Spoils what lies packed in a workbook, so that the package itself still opens.</summary>
internal static class Workbook
{
    public static byte[] Spoil(byte[] package, Random random, Func<byte[], byte[]> spoil)
    {
        if (!package.AsSpan().StartsWith("PK"u8))
            return spoil(package);
        using var output = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                using (var entry = from.Entries[i].Open())
                    entry.CopyTo(content);
                using var written = to.CreateEntry(random.Next(200) == 0 ? "xl/other.xml" : from.Entries[i].FullName).Open();
                written.Write(i != chosen ? content.ToArray() : random.Next(60) == 0 ? Bomb(random) : spoil(content.ToArray()));
            }
        }

        return output.ToArray();
    }

    // Packed a thousand times smaller.
    private static byte[] Bomb(Random random)
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c t=\"inlineStr\"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>", random.Next(5_000, 30_000)));
        return System.Text.Encoding.UTF8.GetBytes($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>");
    }
}
