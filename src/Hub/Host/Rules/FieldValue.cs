using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Rules;

/// <summary>Values of fields, as a rule writes them and as the JSON of a contract does.</summary>
internal static class FieldValue
{
    /// <summary>The value as the JSON writes it; null when the field cannot hold it.</summary>
    public static string? Of(string text, FactField field) => field.Kind switch
    {
        FactFieldKind.Date => IsDate(text) ? text : null,
        FactFieldKind.YesNo => text switch { "yes" or "true" => "true", "no" or "false" => "false", _ => null },
        FactFieldKind.Choice => field.Choices.Contains(text) ? text : null,
        FactFieldKind.Municipality => NisCode.TryParse(text, out var code) ? code.Value : null,
        FactFieldKind.Enterprise => KboNumber.TryParse(text, out var number) ? number.Value : null,
        _ => text,
    };

    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether no value lies between the two: the least is more than the most, or the one is a date and the other a number.</summary>
    public static bool IsBeyond(string least, string most) =>
        IsDate(least) || IsDate(most)
            ? IsDate(least) != IsDate(most) || string.CompareOrdinal(least, most) > 0
            : decimal.Parse(least, CultureInfo.InvariantCulture) > decimal.Parse(most, CultureInfo.InvariantCulture);
}
