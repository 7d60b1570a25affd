using System.Globalization;
using System.Net.Mail;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Tells what the values of a column are.</summary>
internal static class ColumnContent
{
    // The first two digits of a NIS code are those of an administrative district (Statbel), those that were merged since 2019 included.
    private static readonly HashSet<int> Districts =
        [11, 12, 13, 21, 23, 24, 25, 31, 32, 33, 34, 35, 36, 37, 38, 41, 42, 43, 44, 45, 46, 51, 52, 53, 54, 55, 56, 57, 58, 61, 62, 63, 64, 71, 72, 73, 81, 82, 83, 84, 85, 91, 92, 93];

    private static readonly HashSet<string> YesOrNo = new(["ja", "nee", "j", "n", "oui", "non", "o", "yes", "no", "y", "true", "false", "waar", "onwaar", "0", "1", "x"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What these filled values are, and how many of them.</summary>
    public static (ContentKind Kind, int Matching) Of(IReadOnlyList<string> values, bool isNamedDate)
    {
        if (values.Count == 0)
            return (ContentKind.Empty, 0);
        // One INSZ in two is enough: no other column holds numbers with these check digits by chance, and the wrong ones are what must be found.
        if (Count(values, text => Insz.TryParse(text, out _)) is var inszs && inszs * 2 >= values.Count)
            return (ContentKind.Insz, inszs);
        if (Count(values, IsKbo) is var enterprises && enterprises * 10 >= values.Count * 8)
            return (ContentKind.Kbo, enterprises);
        if (DateWriting.Of(values, isNamedDate) is { } dates)
            return (dates.HasTime ? ContentKind.Instant : ContentKind.Date, Count(values, DateWriting.IsDate));
        if (Count(values, text => text.Contains('@') && MailAddress.TryCreate(text, out _)) is var mails && mails * 10 >= values.Count * 8)
            return (ContentKind.Email, mails);
        if (!isNamedDate && Count(values, IsNis) is var places && places * 10 >= values.Count * 9)
            return (ContentKind.Nis, places);
        if (values.All(YesOrNo.Contains))
            return (ContentKind.Boolean, values.Count);
        return Count(values, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) == values.Count
            ? (ContentKind.Number, values.Count)
            : (ContentKind.Text, values.Count);
    }

    private static bool IsKbo(string text) => text.Count(char.IsAsciiDigit) is 9 or 10 && KboNumber.TryParse(text, out _);

    private static bool IsNis(string text) => NisCode.TryParse(text, out _) && Districts.Contains(int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture));

    private static int Count(IReadOnlyList<string> values, Func<string, bool> test) => values.Count(test);
}
