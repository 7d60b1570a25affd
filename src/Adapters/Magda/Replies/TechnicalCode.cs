namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>A code as a reply gives it, safe to show: whatever does not look like one is replaced, for it might be text about a person.</summary>
internal static class TechnicalCode
{
    private const int MaxLength = 40;

    public static string Of(string text) =>
        text.Length is > 0 and <= MaxLength && !IsLikeAnInsz(text) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '_') ? text : "unreadable";

    private static bool IsLikeAnInsz(string text) => text.Count(char.IsAsciiDigit) >= 11;
}
