namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Codes cross the bus in the clear; a name, free text or an INSZ must not pass for one.</summary>
internal static class WireCode
{
    /// <summary>What a code looks like, for a rejection.</summary>
    public const string Expected = "a code of at most 40 letters, digits and - _ . without spaces";

    /// <summary>Whether a trimmed text is a code.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 40)
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return !RecordNumber.MayHoldInsz(text);
    }
}
