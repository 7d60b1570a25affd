using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>A row of <c>leefloon</c>: a right granted, and its suspension and end when it has them (what the A036 attest tells).</summary>
internal static class LeefloonRow
{
    private const string Leefloon = "leefloon";

    public static RowFacts Read(scoped ref RowReader row)
    {
        var citizen = row.Citizen();
        var right = row.Number(citizen);
        var from = row.RequiredDate(Column.GrantedFrom);
        var until = row.Date(Column.Until);
        var suspendedFrom = row.Date(Column.SuspendedFrom);
        var suspendedUntil = row.Date(Column.SuspendedUntil);
        var endedOn = row.Date(Column.EndedOn);
        row.InOrder(Column.GrantedFrom, from, Column.Until, until);
        row.InOrder(Column.GrantedFrom, from, Column.SuspendedFrom, suspendedFrom);
        row.InOrder(Column.SuspendedFrom, suspendedFrom, Column.SuspendedUntil, suspendedUntil);
        row.InOrder(Column.GrantedFrom, from, Column.EndedOn, endedOn);
        if (suspendedUntil is not null && row.Span(Column.SuspendedFrom).IsEmpty)
            row.Reject(Column.SuspendedFrom, "the first day of the suspension, found nothing while its last day is filled in", "Fill in the first day, or empty the last.");
        var category = row.Code(Column.Category, "Export the category as 1 (living together), 2 (alone) or 3 (with dependants).");
        var (suspensionReason, suspensionText) = PersonFields.CodeOrText(ref row, Column.SuspensionReason);
        var (endReason, endText) = PersonFields.CodeOrText(ref row, Column.EndReason);
        var municipality = row.Municipality();
        if (row.Rejections is not null)
            return default;

        var facts = new RowFacts(citizen, PersonFields.Read(ref row, PersonFields.Join("; ", suspensionText, endText)));
        facts.Add("granted", new BenefitGranted { OccurredAt = BelgianDay.StartOf(from), Benefit = Leefloon, Right = right, Until = until, Category = category });
        if (suspendedFrom is { } firstDay)
        {
            facts.Add("suspended", new BenefitSuspended
            {
                OccurredAt = BelgianDay.StartOf(firstDay), Benefit = Leefloon, Right = right, Until = suspendedUntil, Reason = suspensionReason,
            });
        }

        if (endedOn is { } lastDay)
            facts.Add("ended", new BenefitEnded { OccurredAt = BelgianDay.StartOf(lastDay), Benefit = Leefloon, Right = right, EndedOn = lastDay, Reason = endReason });
        facts.AddMunicipality(municipality, from);
        return facts;
    }
}
