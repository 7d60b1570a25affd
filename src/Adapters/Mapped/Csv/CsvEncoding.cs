using System.Text;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>The two encodings an export may have.</summary>
internal static class CsvEncoding
{
    /// <summary>The option value that lets the file tell.</summary>
    public const string Auto = "auto";

    /// <summary>UTF-8, with or without a byte order mark.</summary>
    public const string Utf8 = "utf-8";

    /// <summary>What Windows programs write in Western Europe.</summary>
    public const string Windows1252 = "windows-1252";

    private static readonly Encoding CodePage1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What an administrator may write in the options.</summary>
    public static IReadOnlyList<string> OptionValues { get; } = [Auto, Utf8, Windows1252];

    /// <summary>The encoding with one of the two names; null for another.</summary>
    public static Encoding? Named(string? name) => name switch
    {
        Utf8 => Encoding.UTF8,
        Windows1252 => CodePage1252,
        _ => null,
    };
}
