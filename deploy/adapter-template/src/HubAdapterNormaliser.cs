namespace HubAdapter;

/// <summary>One record to facts, or to what is wrong with it. Pure: same input, same output; it never throws on what a source sends, and never repeats it.</summary>
public sealed class HubAdapterNormaliser : IRecordNormaliser
{
    public Normalised Normalise(SourceRecord record)
    {
        if (!record.TryReadJson<Item>(out var item) || item is not { Id.Length: > 0 })
            return Rejected("record", "a JSON object with the texts id, insz and municipality and the date endedOn as 2026-12-31");
        if (!Insz.TryParse(item.Insz, out var citizen))
            return Rejected("insz", "an INSZ: 11 digits of which the last two check the others");
        if (item.EndedOn is not { } day)
            return Rejected("endedOn", "the last day of the contract, as 2026-12-31");
        if (!NisCode.TryParse(item.Municipality, out var municipality))
            return Rejected("municipality", "the NIS code of the municipality, 5 digits");
        return Normalised.Accept(
            new NormalisedFact("end", citizen, new EmploymentEnded { Employment = item.Id, EndedOn = day, OccurredAt = BelgianTime.StartOf(day) }),
            new NormalisedFact("person", citizen, new PersonChanged { Municipality = municipality, OccurredAt = BelgianTime.StartOf(day) }));
    }

    private static Normalised Rejected(string field, string expected) => Normalised.Reject(new Rejection(field, expected, "Correct it in HubAdapter; the corrected record is read by itself."));

    private sealed record Item(string? Id, string? Insz, DateOnly? EndedOn, string? Municipality);
}
