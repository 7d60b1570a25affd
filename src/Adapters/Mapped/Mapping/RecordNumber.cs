using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>
/// The number that a system gives its own record. It becomes the record's id and a reference on the bus, both in the clear, so what may name a person is held back here.
/// </summary>
internal static class RecordNumber
{
    /// <summary>What a number looks like, for a rejection.</summary>
    public const string Expected = "a number of at most 64 letters, digits and - _ . / with at least one digit";

    /// <summary>Whether a trimmed text can be a number. A name in its place (a column mapped wrongly) has no digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 64)
            return false;
        var hasDigit = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                hasDigit = true;
            else if (!char.IsLetter(c) && c is not ('-' or '_' or '.' or '/'))
                return false;
        }

        return hasDigit;
    }

    /// <summary>Whether an INSZ may hide in it: then the id is kept as an HMAC.</summary>
    public static bool MayHoldInsz(ReadOnlySpan<char> text)
    {
        if (text.Length < 11)
            return false;
        Span<char> digits = stackalloc char[64];
        var count = Digits(text, digits);
        for (var start = 0; start + 11 <= count; start++)
        {
            if (Insz.TryParse(digits.Slice(start, 11).ToString(), out _))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether it is an INSZ, or has one between letters and signs. Within a longer number 11 digits that check as an INSZ are mostly chance: those are compared with the citizens at hand
    /// (<see cref="Holds"/>).
    /// </summary>
    public static bool ShowsInsz(ReadOnlySpan<char> text)
    {
        if (text.Length < 11)
            return false;
        if (Insz.TryParse(text.ToString(), out _))
            return true;
        for (var start = 0; start < text.Length; start++)
        {
            var length = 0;
            while (start + length < text.Length && char.IsAsciiDigit(text[start + length]))
                length++;
            if (length == 11 && Insz.TryParse(text.Slice(start, length).ToString(), out _))
                return true;
            start += length;
        }

        return false;
    }

    /// <summary>Whether it has too few digits for any INSZ.</summary>
    public static bool HoldsNone(ReadOnlySpan<char> text)
    {
        if (text.Length < 11)
            return true;
        var count = 0;
        foreach (var c in text)
            count += char.IsAsciiDigit(c) ? 1 : 0;
        return count < 11;
    }

    /// <summary>Whether a number is built on the citizen's INSZ.</summary>
    public static bool Holds(ReadOnlySpan<char> text, Insz insz)
    {
        if (text.Length is < 11 or > 64)
            return false;
        Span<char> digits = stackalloc char[64];
        var count = Digits(text, digits);
        return digits[..count].IndexOf(insz.Digits) >= 0;
    }

    private static int Digits(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && count < digits.Length)
                digits[count++] = c;
        }

        return count;
    }
}
