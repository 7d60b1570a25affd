using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Finds out what each column of a sample holds and is for. Pure.</summary>
internal static class Analysis
{
    /// <summary>A finding for each column, in its order.</summary>
    public static IReadOnlyList<ColumnFinding> Of(Sample sample)
    {
        var findings = sample.Columns.Select(column => Of(column, sample.Rows)).ToList();
        OneCitizen(findings);
        OneEnterprise(findings);
        OneOrderOfDays(findings);
        OnePostalCode(findings, sample);
        return findings;
    }

    private static ColumnFinding Of(SampleColumn column, int rows)
    {
        var filled = column.Values.Where(value => value.Length > 0).ToList();
        var isNamedDate = HeaderWords.OfDate(column.Reference) != ColumnRole.None;
        var (kind, matching) = ColumnContent.Of(filled, isNamedDate);
        var role = RoleOf(column.Reference, kind, filled);
        var distinct = filled.ToHashSet(StringComparer.Ordinal).Count;
        var (codes, heldBack) = CodeTable.Of(role, kind, filled);
        return new ColumnFinding
        {
            Reference = column.Reference,
            Kind = kind,
            Role = role,
            Filled = filled.Count,
            Matching = role == ColumnRole.Citizen ? filled.Count(value => Insz.TryParse(value, out _)) : matching,
            Distinct = distinct,
            IsUnique = rows > 0 && filled.Count == rows && distinct == rows,
            IsReference = kind is ContentKind.Text or ContentKind.Number or ContentKind.Nis && filled.TrueForAll(value => RecordNumber.IsValid(value) && !RecordNumber.MayHoldInsz(value)),
            IsCode = filled.TrueForAll(value => WireCode.IsValid(value)),
            Dates = kind is ContentKind.Date or ContentKind.Instant ? DateWriting.Of(filled, isNamedDate) : null,
            Codes = codes,
            CodesNotShown = heldBack,
        };
    }

    private static ColumnRole RoleOf(string name, ContentKind kind, List<string> filled)
    {
        var named = HeaderWords.OfOther(name);

        // An attribute that describes explains the code beside it.
        if (named == ColumnRole.Remark && name.Contains('@', StringComparison.Ordinal))
            named = ColumnRole.None;
        return kind switch
        {
            ContentKind.Insz => named == ColumnRole.OtherInsz ? ColumnRole.OtherInsz : ColumnRole.Citizen,
            ContentKind.Kbo => ColumnRole.Enterprise,
            ContentKind.Email => ColumnRole.Email,
            ContentKind.Date or ContentKind.Instant => HeaderWords.OfDate(name),
            ContentKind.Nis when named is ColumnRole.Municipality or ColumnRole.City => ColumnRole.Municipality,
            // Nothing in the sample shows what it is, so its name may tell all.
            ContentKind.Empty => HeaderWords.OfDate(name) is var date and not ColumnRole.None && named is ColumnRole.None or ColumnRole.RecordNumber ? date : named,
            // A date written in a way that nobody knows: reading it says so, row by row, and the proposal asks.
            _ when named == ColumnRole.None && filled.Count(MayBeDate) * 2 > filled.Count => HeaderWords.OfDate(name),
            _ => named is ColumnRole.OtherInsz or ColumnRole.Municipality ? ColumnRole.None : named,
        };
    }

    // "15 nov 26" may be a date; a number with letters before it ("R2026-0188") is none.
    private static bool MayBeDate(string value) => value.Count(char.IsAsciiDigit) >= 3 && (char.IsAsciiDigit(value[0]) || value.AsSpan().IndexOfAny(" /.,") >= 0);

    // One program writes all dates of a file in one way: what one column proves holds for the others.
    private static void OneOrderOfDays(List<ColumnFinding> findings)
    {
        var orders = findings.Select(finding => finding.Dates?.Order).ToHashSet();
        if (!orders.Contains(DayMonthOrder.DayFirst) || orders.Contains(DayMonthOrder.MonthFirst) || orders.Contains(DayMonthOrder.Mixed))
            return;
        for (var i = 0; i < findings.Count; i++)
        {
            if (findings[i].Dates is { Order: DayMonthOrder.Unproven } dates)
                findings[i] = findings[i] with { Dates = dates with { Order = DayMonthOrder.DayFirstElsewhere } };
        }
    }

    // Beside a street or a town, four digits of which few are different are where people live, whatever they are called.
    private static void OnePostalCode(List<ColumnFinding> findings, Sample sample)
    {
        var at = findings.FindIndex(finding => finding.Role == ColumnRole.PostalCode);
        if (at < 0 && findings.Exists(finding => finding.Role is ColumnRole.Street or ColumnRole.City))
            at = findings.FindIndex(finding => finding is { Role: ColumnRole.None, Kind: ContentKind.Number } && PostalCodes.Are([.. ValuesOf(finding)]));
        if (at < 0)
            return;
        var (shown, notShown) = PostalCodes.Of(ValuesOf(findings[at]));
        findings[at] = findings[at] with { Role = ColumnRole.PostalCode, Codes = shown, CodesNotShown = notShown };

        IEnumerable<string> ValuesOf(ColumnFinding finding) => sample.Columns.First(column => column.Reference == finding.Reference).Values.Where(value => value.Length > 0);
    }

    // A number of the RSZ may pass for one of the KBO: where a column is named so, the others are not meant.
    private static void OneEnterprise(List<ColumnFinding> findings)
    {
        var enterprises = findings.Where(finding => finding.Role == ColumnRole.Enterprise).ToList();
        if (enterprises.Find(finding => HeaderWords.OfOther(finding.Reference) == ColumnRole.Enterprise) is not { } named)
            return;
        foreach (var other in enterprises.Where(finding => finding != named))
            findings[findings.IndexOf(other)] = other with { Role = ColumnRole.None };
    }

    // Of several columns with INSZs the citizen's is the one that is named so, else the fullest.
    private static void OneCitizen(List<ColumnFinding> findings)
    {
        var inszs = findings.Where(finding => finding.Role == ColumnRole.Citizen).ToList();
        var citizen = inszs.OrderByDescending(finding => HeaderWords.OfOther(finding.Reference) == ColumnRole.Citizen).ThenByDescending(finding => finding.Filled).FirstOrDefault();
        foreach (var other in inszs.Where(finding => finding != citizen))
            findings[findings.IndexOf(other)] = other with { Role = ColumnRole.OtherInsz };
    }
}
