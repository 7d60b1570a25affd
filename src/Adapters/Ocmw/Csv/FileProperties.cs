namespace IntegrationHub.Adapters.Ocmw.Csv;

/// <summary>Names of what the records of a file share in <see cref="Sdk.SourceRecord.Properties"/>.</summary>
internal static class FileProperties
{
    /// <summary>The file's name, without its folder.</summary>
    public const string File = "file";

    /// <summary>The header line.</summary>
    public const string Header = "header";

    /// <summary>The one character between fields.</summary>
    public const string Separator = "separator";

    /// <summary>The encoding of header and rows.</summary>
    public const string Encoding = "encoding";

    /// <summary>Only on a row over the limit: its size in bytes.</summary>
    public const string RefusedSize = "refused-size";

    /// <summary>Only on a refused file: what was expected and found.</summary>
    public const string Expected = "expected";

    /// <summary>Only on a refused file: what to do.</summary>
    public const string ToDo = "to-do";
}
