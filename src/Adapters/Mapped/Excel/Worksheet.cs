using System.Globalization;
using System.Text;
using ExcelDataReader;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.Excel;

/// <summary>One worksheet of a workbook, read from the row below its headers.</summary>
internal sealed class Worksheet : IDisposable
{
    // Cells that a small workbook may have, and those that each byte of a larger one may stand for. A damaged one names a cell in the last row and another in the last column: the library then gives
    // every row in between, each as wide as the widest.
    private const long CellsOfAny = 5_000_000;
    private const long CellsOfByte = 100;

    private readonly IExcelDataReader reader;
    private long cellsLeft;

    // Old workbooks are written in the code page of their maker.
    static Worksheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Worksheet(IExcelDataReader reader, long size) => (this.reader, cellsLeft) = (reader, CellsOfAny + (CellsOfByte * size));

    /// <summary>Why the worksheet cannot be read; null when it can.</summary>
    public FileRefusal? Refusal { get; private set; }

    /// <summary>The header of each column; empty where it has none: such a column is not read.</summary>
    public IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>The row at hand, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Opens a workbook and goes to its headers.</summary>
    public static Worksheet Open(byte[] content, string? name, int headerRow)
    {
        var configuration = new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(1252), LeaveOpen = false };
        var sheet = new Worksheet(ExcelReaderFactory.CreateReader(new MemoryStream(content, writable: false), configuration), content.Length);
        sheet.Refusal = sheet.GoTo(name) ?? sheet.ReadHeaders(headerRow);
        return sheet;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="InvalidDataException">There are far more cells than its bytes can hold.</exception>
    public bool Read()
    {
        if (!reader.Read())
            return false;
        cellsLeft -= reader.FieldCount + 1;
        if (cellsLeft < 0)
            throw new InvalidDataException("The worksheet has far more cells than its bytes can hold.");
        Row++;
        return true;
    }

    /// <summary>What a cell of the row holds; null for nothing, and for an error that Excel shows in it.</summary>
    public object? this[int column] => column < reader.FieldCount ? reader.GetValue(column) : null;

    private FileRefusal? GoTo(string? name)
    {
        if (name is null)
            return null;
        do
        {
            if (string.Equals(reader.Name, name, StringComparison.OrdinalIgnoreCase))
                return null;
        }
        while (reader.NextResult());
        return ExcelRefusal.NoSheet(name, reader.ResultsCount);
    }

    private FileRefusal? ReadHeaders(int headerRow)
    {
        while (Row < headerRow)
        {
            if (!Read())
                return ExcelRefusal.NoHeader(headerRow);
        }

        Headers = [.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(this[column], CultureInfo.InvariantCulture)?.Trim() ?? "")];
        return Headers.All(header => HeaderName.Fold(header).Length == 0) ? ExcelRefusal.NoHeader(headerRow) : null;
    }
}
