namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>A number by which a source names a declaration or an attest. It becomes part of an id that is stored and logged as it is, so it must look like one.</summary>
internal static class SourceNumber
{
    private const int Longest = 60;

    /// <summary>What to tell of another text.</summary>
    public const string Expected = "of at most 60 letters, digits and - . / _";

    public static bool IsOne(string text) => text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/' or '_');
}
