using System.Globalization;
using ExcelDataReader.Exceptions;
using IntegrationHub.Adapters.Mapped.Folders;

namespace IntegrationHub.Adapters.Mapped.Excel;

/// <summary>Why a workbook is refused whole.</summary>
internal static class ExcelRefusal
{
    /// <summary>A workbook is read into memory.</summary>
    public const long MaxFileBytes = 100 * 1024 * 1024;

    /// <summary>What a workbook may be when it is unpacked.</summary>
    public const long MaxUnpackedBytes = 1024L * 1024 * 1024;

    private const string AsCsv = "export it as CSV, which has no such limit, and write format: csv in the source.yaml";

    public static FileRefusal Empty { get; } = new("an Excel workbook, found an empty file", "export it again: the hub withdraws nothing on the ground of an empty file");

    public static FileRefusal Encrypted { get; } = new("an Excel workbook that can be opened, found one with a password", "save it without a password, in a folder that only the hub and its writer may read");

    public static FileRefusal NoHeader(int row) => new(
        string.Create(CultureInfo.InvariantCulture, $"headers on row {row} of the worksheet, found an empty row or none"),
        "write the number of the row with the headers under headerRow in the source.yaml");

    public static FileRefusal NoSheet(string name, int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"a worksheet named {name}, found {count} with other names"), "correct sheet in the source.yaml, or rename the worksheet");

    public static FileRefusal LargeFile(long size) => new(string.Create(CultureInfo.InvariantCulture, $"an Excel workbook of at most {MaxFileBytes} bytes, found one of {size}"), AsCsv);

    public static FileRefusal LargeContent { get; } = new(
        string.Create(CultureInfo.InvariantCulture, $"an Excel workbook of at most {MaxUnpackedBytes} bytes when it is unpacked, found a larger one"), AsCsv);

    /// <summary>What the library could not read; null when it is no matter of the file.</summary>
    public static FileRefusal? Of(Exception problem) => problem switch
    {
        InvalidPasswordException => Encrypted,
        OperationCanceledException or OutOfMemoryException => null,
        HeaderException => new("an Excel workbook (.xlsx or .xls), found something else", "export it as Excel, or write in the source.yaml under format what it is"),

        // The library throws what its parser happens to stumble over.
        _ => new("an Excel workbook that is whole, found one that breaks off or is damaged", "open it in Excel, save it again and put it there again"),
    };
}
