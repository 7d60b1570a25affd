namespace IntegrationHub.Host.Commands;

/// <summary>The ids that begin as somebody wrote: a whole one, or the first 8 characters or more.</summary>
/// <param name="From">The lowest.</param>
/// <param name="To">The highest.</param>
internal sealed record SignalIdRange(Guid From, Guid To)
{
    private const int Shortest = 8;
    private const int Digits = 32;

    /// <summary>Whether a text can be the beginning of an id.</summary>
    public static bool IsOne(string text) => DigitsOf(text) is { Length: >= Shortest and <= Digits } digits && digits.All(char.IsAsciiHexDigit);

    /// <summary>Of a text that <see cref="IsOne"/>.</summary>
    public static SignalIdRange Of(string text) => new(Guid.ParseExact(DigitsOf(text).PadRight(Digits, '0'), "N"), Guid.ParseExact(DigitsOf(text).PadRight(Digits, 'f'), "N"));

    private static string DigitsOf(string text) => text.Replace("-", "", StringComparison.Ordinal);
}
