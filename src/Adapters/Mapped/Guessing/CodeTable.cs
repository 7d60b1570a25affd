namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Recognises a column with few different values, and decides which of them may stand in a file: none that might say who somebody is.</summary>
internal static class CodeTable
{
    private const int Most = 20;
    private const int LongestWords = 4;
    private const int LongestCode = 8;

    private static readonly ColumnRole[] HoldCodes =
        [ColumnRole.Reason, ColumnRole.Category, ColumnRole.Sort, ColumnRole.Theme, ColumnRole.Destination, ColumnRole.Status, ColumnRole.Sex, ColumnRole.CivilStatus, ColumnRole.IncreasedAllowance];

    /// <summary>The values to show, and how many are held back; nothing where the column is no table of codes.</summary>
    public static (IReadOnlyList<string> Shown, int HeldBack) Of(ColumnRole role, ContentKind kind, IReadOnlyList<string> values)
    {
        if (kind is not (ContentKind.Text or ContentKind.Number or ContentKind.Boolean) || (role != ColumnRole.None && !HoldCodes.Contains(role)))
            return ([], 0);
        var counted = values.GroupBy(value => value, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        var isNamedSo = HoldCodes.Contains(role);
        if (counted.Count > Most || (!isNamedSo && (counted.Count * 2 > values.Count || !counted.Keys.All(IsCode))))
            return ([], 0);
        var shown = counted.Where(pair => IsCode(pair.Key) || (pair.Value > 1 && isNamedSo && IsLabel(pair.Key))).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        return (shown, counted.Count - shown.Count);
    }

    // A11, 3, IMP, art60, hoog-risico: never a capital followed by small letters, which may be a name.
    private static bool IsCode(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && !value.Any(char.IsAsciiDigit)
            ? value.Length <= LongestCode && value.All(c => !char.IsLetter(c) || char.IsAsciiLetterUpper(c)) || (value.Length <= 40 && value.All(c => !char.IsLetter(c) || char.IsAsciiLetterLower(c)))
            : value.Length <= LongestCode && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') && value.Count(char.IsAsciiDigit) <= 5;

    private static bool IsLabel(string value) =>
        value.Length <= 40 && value.Count(char.IsAsciiDigit) <= 3 && !value.Contains('@') && value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= LongestWords } words
        && words.Count(word => char.IsUpper(word[0])) <= 1;
}
