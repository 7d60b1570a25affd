using IntegrationHub.Contracts;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Journal;

/// <summary>Turns a record version into the rows of its facts: the references swapped in, serialised, sealed; and the withdrawals of what it no longer holds.</summary>
internal sealed class FactsOfRecord(string source, DateTimeOffset knownAt, CitizenLookup citizens, SealingKey key)
{
    /// <summary>The facts of a version, and withdrawals for facts of the version before that it does not hold about the same citizen.</summary>
    public void Add(List<PageFact> page, JournalRecord record, int revision, IReadOnlyCollection<Fact> before)
    {
        foreach (var given in record.Facts)
        {
            var others = given.Others.Count == 0 ? [] : given.Others.Select(other => new CitizenRef(citizens[other])).ToList();
            var fact = given.Fact.WithCitizens(new CitizenRef(citizens[given.Citizen]), others) with
            {
                Source = source,
                RecordId = record.RecordId,
                FactKey = given.Key,
                Revision = revision,
                KnownAt = knownAt,
            };
            if (before.FirstOrDefault(old => old.FactKey == given.Key && SaysTheSame(old, fact)) is { } same)
                fact = fact with { KnownAt = same.KnownAt, ConfirmedAt = knownAt };
            page.Add(Row(fact, given.Contract, given.Person.IsEmpty ? null : key.Seal(given.Person.Span)));
        }

        foreach (var old in before)
        {
            if (!record.Facts.Any(given => given.Key == old.FactKey && citizens[given.Citizen] == old.Citizen.Value))
                page.Add(Withdrawal(old, revision));
        }
    }

    /// <summary>The withdrawal of a fact.</summary>
    public PageFact Withdrawal(Fact old, int revision) => Row(
        new FactWithdrawn
        {
            Citizen = old.Citizen,
            Source = source,
            RecordId = old.RecordId,
            FactKey = old.FactKey,
            Revision = revision,
            OccurredAt = old.OccurredAt,
            KnownAt = knownAt,
            Contract = FactContract.NameOf(old.GetType()),
        },
        FactContract.NameOf<FactWithdrawn>(),
        null);

    /// <summary>The citizens a version's facts are about, for its record row.</summary>
    public byte[] CitizensOf(JournalRecord record) =>
        record.Facts.Count == 1 ? CitizenRefs.Pack([citizens[record.Facts[0].Citizen]]) : CitizenRefs.Pack([.. record.Facts.Select(fact => citizens[fact.Citizen]).Distinct()]);

    /// <summary>Whether two versions of a fact differ in nothing but when the hub knew: then the hub knew since the first.</summary>
    private static bool SaysTheSame(Fact old, Fact fact) => old.GetType() == fact.GetType()
        && Content(old).AsSpan().SequenceEqual(Content(fact));

    private static byte[] Content(Fact fact) => FactContract.Serialize(fact with { Revision = 0, KnownAt = default, ConfirmedAt = null });

    private static PageFact Row(Fact fact, string contract, byte[]? sealedContent)
    {
        var others = fact.OtherCitizens();
        Guid[] members = others.Count == 0 ? [] : [.. others.Append(fact.Citizen).Select(citizen => citizen.Value).Distinct()];
        return new PageFact(
            contract, fact.Citizen.Value, fact.RecordId, fact.FactKey, fact.Revision, FactContract.Serialize(fact), sealedContent, members, fact is FactWithdrawn);
    }
}
