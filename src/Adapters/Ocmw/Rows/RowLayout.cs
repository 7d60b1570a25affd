using System.Text;
using IntegrationHub.Adapters.Ocmw.Csv;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>Where each column stands in the rows of one file.</summary>
internal sealed class RowLayout(ExportKind kind, char separator, string encodingName, int columnCount, int[] index, string[] names)
{
    /// <summary>A header with more is not one.</summary>
    public const int MaxColumns = 512;

    /// <summary>The kind of file.</summary>
    public ExportKind Kind { get; } = kind;

    /// <summary>What stands between fields.</summary>
    public char Separator { get; } = separator;

    /// <summary>The encoding by name.</summary>
    public string EncodingName { get; } = encodingName;

    /// <summary>The encoding.</summary>
    public Encoding Encoding { get; } = CsvEncoding.Named(encodingName)!;

    /// <summary>How many columns the header has.</summary>
    public int ColumnCount { get; } = columnCount;

    /// <summary>The position of a column; -1 when the file does not have it.</summary>
    public int IndexOf(Column column) => index[(int)column];

    /// <summary>The header of a column of this kind.</summary>
    public string NameOf(Column column) => names[(int)column];
}
