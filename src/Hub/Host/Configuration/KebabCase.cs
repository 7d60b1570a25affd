namespace IntegrationHub.Host.Configuration;

/// <summary>The form of an id: it becomes a part of routing keys, file names and logs.</summary>
internal static class KebabCase
{
    /// <summary>In words.</summary>
    public const string Form = "kebab-case: lower-case letters, digits and hyphens, at most 60";

    public static bool IsId(string text) =>
        text.Length is > 0 and <= 60 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
