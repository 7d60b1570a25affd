using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>A row of <c>uithuiszettingen</c>: one tenant in a claim to evict. The municipality is that of the dwelling, so it says nothing of where she is registered.</summary>
internal static class EvictionRow
{
    public static RowFacts Read(scoped ref RowReader row)
    {
        var citizen = row.Citizen();
        row.Number(citizen);
        if (row.Span(Column.SubNumber) is { IsEmpty: false } sub && !(RecordNumber.IsValid(sub) && sub.Length <= 8))
            row.Reject(Column.SubNumber, "the tenant's number within the claim (1, 2), found " + Found.Describe(sub), "Number the tenants of one claim.");
        var claimedOn = row.RequiredDate(Column.ClaimedOn);
        var hearingOn = row.Date(Column.HearingOn);
        row.InOrder(Column.ClaimedOn, claimedOn, Column.HearingOn, hearingOn);
        var municipality = row.Municipality();
        if (row.Rejections is not null)
            return default;

        var facts = new RowFacts(citizen, PersonFields.Read(ref row));
        facts.Add("claimed", new EvictionClaimed { OccurredAt = BelgianDay.StartOf(claimedOn), HearingOn = hearingOn, Municipality = municipality });
        return facts;
    }
}
