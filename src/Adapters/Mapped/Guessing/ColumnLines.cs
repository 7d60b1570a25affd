using System.Globalization;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Says in a line what was seen in a column; never a value that might say who somebody is.</summary>
internal static class ColumnLines
{
    /// <summary>A line for each column.</summary>
    public static IEnumerable<string> Of(Findings findings, RecordIdentity identity)
    {
        var width = Math.Min(32, findings.Columns.Select(column => column.Reference.Length).DefaultIfEmpty(0).Max());
        return findings.Columns.Select(column => $"{column.Reference.PadRight(width)}  {Describe(column, findings.Sample.Rows, identity.Columns.Contains(column.Reference))}");
    }

    private static string Describe(ColumnFinding column, int rows, bool isId)
    {
        var parts = new List<string> { Content(column) };
        if (column.IsUnreadableDate)
            parts.Add("not readable as the date that its name promises");
        if (column.Filled < rows && column.Filled > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"filled in {column.Filled} of {rows} rows"));
        if (column.IsDate && column.Matching < column.Filled)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{column.Filled - column.Matching} cannot be read"));
        if (column.IsUnique && column.IsReference)
            parts.Add("its own in each row");
        else if (column.Codes.Count > 1)
            parts.Add(Codes(column));
        if (column.Role == ColumnRole.None && column.Kind != ContentKind.Empty)
            parts.Add(isId ? "used as id of the record" : "not used");
        return string.Join("; ", parts);
    }

    private static string Codes(ColumnFinding column) => string.Create(
        CultureInfo.InvariantCulture,
        $"{column.Distinct} different values: {string.Join(", ", column.Codes)}{(column.CodesNotShown > 0 ? $", and {column.CodesNotShown} that are not repeated here" : "")}");

    private static string Content(ColumnFinding column) => column.Kind switch
    {
        ContentKind.Empty => "empty",
        ContentKind.Insz => string.Create(CultureInfo.InvariantCulture, $"INSZ ({column.Matching} of {column.Filled} are valid)"),
        ContentKind.Kbo => "KBO number",
        ContentKind.Date or ContentKind.Instant => Dates(column.Dates!),
        ContentKind.Email => "e-mail address",
        ContentKind.Nis => column.Role == ColumnRole.Municipality ? "NIS code" : "5 digits, perhaps a NIS code",
        ContentKind.Boolean => "yes or no",
        ContentKind.Number => column.Role == ColumnRole.PostalCode ? "postal code" : "whole number",
        _ => OfRole(column.Role) ?? (column.IsCode ? "codes" : "text"),
    };

    private static string? OfRole(ColumnRole role) => role switch
    {
        ColumnRole.FamilyName or ColumnRole.GivenNames or ColumnRole.FullName => "name of the citizen",
        ColumnRole.Street or ColumnRole.City or ColumnRole.HouseNumber or ColumnRole.Box => "address",
        ColumnRole.Telephone => "telephone number",
        ColumnRole.Remark => "free text",
        ColumnRole.OtherPerson => "somebody else; not used",
        ColumnRole.RecordNumber => "number of the record",
        ColumnRole.PersonNumber => "number of a person",
        _ => null,
    };

    private static string Dates(DateFinding dates)
    {
        var written = $"{(dates.HasTime ? "instant" : "date")} written {string.Join(" or ", dates.Patterns)}";
        return dates.Order switch
        {
            DayMonthOrder.DayFirst => written + " (day first: proven by days above 12)",
            DayMonthOrder.DayFirstElsewhere => written + " (day first, as other columns prove)",
            DayMonthOrder.MonthFirst => written + " (month first: proven by days above 12)",
            DayMonthOrder.Unproven => written + " (day first is not proven: no day above 12)",
            DayMonthOrder.Mixed => written + " (day first and month first are mixed)",
            _ => written,
        };
    }
}
