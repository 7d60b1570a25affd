using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Host.Rules;

/// <summary>Values of fields, as a rule writes them and as the JSON of a contract does.</summary>
internal static class FieldValue
{
    /// <summary>What a field holds, in words.</summary>
    public static string Holds(FactField field) => field.Kind switch
    {
        FieldKind.YesNo => "yes or no",
        FieldKind.Date => "a date",
        FieldKind.Number => "a number",
        FieldKind.List => "one or more codes",
        FieldKind.Attributes => "codes, dates or numbers, each by its own name",
        _ when field.Values.Count > 0 => "one of " + string.Join(", ", field.Values),
        _ when field.Type == typeof(NisCode) => "a NIS code of 5 digits",
        _ when field.Type == typeof(KboNumber) => "a KBO number of 10 digits",
        _ => "a code",
    };

    /// <summary>The value as the JSON writes it; null when the field cannot hold it.</summary>
    public static string? Of(string text, FactField field) => field.Kind switch
    {
        FieldKind.YesNo => text switch { "yes" or "true" => "true", "no" or "false" => "false", _ => null },
        FieldKind.Date => IsDate(text) ? text : null,
        FieldKind.Number => IsNumber(text) ? text : null,
        _ when field.Values.Count > 0 => field.Values.Contains(text) ? text : null,
        _ when field.Type == typeof(NisCode) => NisCode.TryParse(text, out var code) ? code.Value : null,
        _ when field.Type == typeof(KboNumber) => KboNumber.TryParse(text, out var number) ? number.Value : null,
        _ => text,
    };

    /// <summary>Whether values of the field lie before and after each other.</summary>
    public static bool IsOrdered(FactField field) => field.Kind is FieldKind.Date or FieldKind.Number || (field.Kind == FieldKind.Text && field.Type == typeof(string));

    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>Whether no value lies between the two: the least is more than the most, or the one is a date and the other a number.</summary>
    public static bool IsBeyond(string least, string most) =>
        IsDate(least) || IsDate(most)
            ? IsDate(least) != IsDate(most) || string.CompareOrdinal(least, most) > 0
            : decimal.Parse(least, CultureInfo.InvariantCulture) > decimal.Parse(most, CultureInfo.InvariantCulture);
}
