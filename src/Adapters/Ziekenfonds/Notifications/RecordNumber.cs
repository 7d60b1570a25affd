using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>The number that the ziekenfonds gives a notification. It becomes the record's id and a reference on the bus, both in the clear.</summary>
internal static class RecordNumber
{
    private const int LongestNumber = 64;

    /// <summary>What a number looks like, for a rejection.</summary>
    public const string Expected = "a number of at most 64 letters, digits and - _ . / : with at least one digit";

    /// <summary>Whether a text can be a number. A name in its place has no digit.</summary>
    public static bool IsValid(string text) =>
        text.Length is > 0 and <= LongestNumber && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':');

    /// <summary>Whether an INSZ may hide in it: then the id is kept as an HMAC.</summary>
    public static bool MayHoldInsz(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Enumerable.Range(0, Math.Max(0, digits.Length - 10)).Any(start => Insz.TryParse(digits.Substring(start, 11), out _));
    }

    /// <summary>Whether it is built on this very INSZ.</summary>
    public static bool Holds(string text, Insz insz) => string.Concat(text.Where(char.IsAsciiDigit)).Contains(insz.Digits, StringComparison.Ordinal);
}
