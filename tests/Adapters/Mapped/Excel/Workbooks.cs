using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace IntegrationHub.Adapters.Mapped.Tests.Excel;

/// <summary>Writes workbooks as Excel would: just enough of .xlsx, and of .xls as Excel 2 wrote it (the one that is no container).</summary>
internal static class Workbooks
{
    /// <summary>Rows of text, double, bool or DateOnly; null leaves a cell out.</summary>
    public static byte[] Xlsx(params (string Name, object?[][] Rows)[] sheets)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Put(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>""");
            Put(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Put(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (var i = 0; i < sheets.Length; i++)
                Put(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(sheets[i].Rows.Select(Row))}</sheetData></worksheet>""");
        }

        return content.ToArray();
    }

    /// <summary>The same as .xls; dates are left out.</summary>
    public static byte[] Xls(object?[][] rows, bool hasPassword = false)
    {
        using var content = new MemoryStream();
        Record(content, 0x0009, 2, 0, 0x10, 0);
        if (hasPassword)
            Record(content, 0x002F, 1, 2, 3, 4);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                byte[] place = [(byte)row, (byte)(row >> 8), (byte)column, 0, 0, 0, 0];
                if (rows[row][column] is string text)
                    Record(content, 0x0004, [.. place, (byte)text.Length, .. Encoding.Latin1.GetBytes(text)]);
                else if (rows[row][column] is double number)
                    Record(content, 0x0003, [.. place, .. BitConverter.GetBytes(number)]);
            }
        }

        Record(content, 0x000A);
        return content.ToArray();
    }

    private static void Record(Stream content, ushort type, params byte[] data)
    {
        Span<byte> head = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16LittleEndian(head, type);
        BinaryPrimitives.WriteUInt16LittleEndian(head[2..], (ushort)data.Length);
        content.Write(head);
        content.Write(data);
    }

    private static string Row(object?[] cells, int index) => $"<row r=\"{index + 1}\">{string.Concat(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{index + 1}")))}</row>";

    private static string Cell(object? value, string place) => value switch
    {
        null => "",
        bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        double number => $"<c r=\"{place}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>",
        DateOnly day => $"<c r=\"{place}\" s=\"1\"><v>{day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        "#N/A" => $"<c r=\"{place}\" t=\"e\"><v>#N/A</v></c>",
        _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape((string)value)}</t></is></c>",
    };

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
