namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Names of what the rows of a file or page share in <see cref="Sdk.SourceRecord.Properties"/>.</summary>
internal static class RowProperties
{
    /// <summary>The file's name, without its folder.</summary>
    public const string File = "file";

    /// <summary>Of csv: the header line.</summary>
    public const string Header = "header";

    /// <summary>Of csv: the one character between fields.</summary>
    public const string Separator = "separator";

    /// <summary>Of csv: the encoding of header and rows.</summary>
    public const string Encoding = "encoding";

    /// <summary>Only on a row over the limit: its size in bytes.</summary>
    public const string RefusedSize = "refused-size";

    /// <summary>Only on a last line without an end that is not whole: the file may be cut off.</summary>
    public const string Torn = "torn";

    /// <summary>Only on a refused file: what was expected and found.</summary>
    public const string Expected = "expected";

    /// <summary>Only on a refused file: what to do.</summary>
    public const string ToDo = "to-do";

    /// <summary>Only on a refused file: tells that the texts are our own.</summary>
    public const string Seal = "seal";

    /// <summary>Only on a file that was refused before and is read well now.</summary>
    public const string Mended = "mended";

    /// <summary>A value from outside the row, by its name in <c>outside</c>.</summary>
    public static string Outside(string name) => "outside:" + name;
}
