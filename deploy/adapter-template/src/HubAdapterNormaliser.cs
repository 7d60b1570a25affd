namespace HubAdapter;

/// <summary>One record to facts, or to all that is wrong with it. Pure: same input, same output; it never throws on what a source sends, and never repeats it.</summary>
public sealed class HubAdapterNormaliser : IRecordNormaliser
{
    public Normalised Normalise(SourceRecord record)
    {
        if (!record.TryReadJson<Item>(out var item) || item is not { Id.Length: > 0 })
            return Normalised.Reject(Wrong("record", "a JSON object with the texts id, insz, endedOn and municipality"));
        var wrong = new[]
        {
            Insz.TryParse(item.Insz, out var citizen) ? null : Wrong("insz", "an INSZ: 11 digits of which the last two check the others"),
            DateOnly.TryParseExact(item.EndedOn, "O", out var day) ? null : Wrong("endedOn", "the last day of the contract, as 2026-12-31"),
            NisCode.TryParse(item.Municipality, out var municipality) ? null : Wrong("municipality", "the NIS code of the municipality, 5 digits"),
        }.OfType<Rejection>().ToList();
        return wrong.Count > 0 ? Normalised.Reject(wrong) : Normalised.Accept(
            new NormalisedFact("end", citizen, new EmploymentEnded { Employment = item.Id, EndedOn = day, OccurredAt = BelgianTime.StartOf(day) }),
            new NormalisedFact("person", citizen, new PersonChanged { Municipality = municipality, OccurredAt = BelgianTime.StartOf(day) }));
    }

    private static Rejection Wrong(string field, string expected) => new(field, expected, "Correct it in HubAdapter; the corrected record is read by itself.");

    // Texts, so that a date that does not exist is told as the date that it is, and not as a record that cannot be read.
    private sealed record Item(string? Id, string? Insz, string? EndedOn, string? Municipality);
}
