using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Objections;

/// <summary>
/// What is objected to on one timeline: her own refusals, and disputes of hers and of whom a fact is about. A function of the facts that hold and of now, so the order of arrival does not matter.
/// </summary>
public sealed class TimelineObjections
{
    private readonly Timeline timeline;
    private readonly List<Objection> objections;

    internal TimelineObjections(Timeline timeline)
    {
        this.timeline = timeline;
        objections = [.. timeline.OwnFacts.Concat(timeline.HouseholdFacts.Where(fact => fact is CircumstanceReported { Code: ObjectionCodes.Dispute }))
            .Where(ObjectionCodes.IsOne).Select(fact => Known((CircumstanceReported)fact))];
    }

    /// <summary>Whether nothing is objected to, now or later.</summary>
    public bool IsEmpty => objections.Count == 0;

    /// <summary>The objection to a moment of hers that runs now: a refusal before a dispute, and the one that lasts longest; null when there is none.</summary>
    public Objection? To(Moment moment, DateTimeOffset now)
    {
        if (objections.Count == 0)
            return null;
        return objections
            .Where(one => one.RunsAt(now) && (one.Outcome == MomentOutcome.Silenced ? one.IsOf(moment.Code) : Grounds(moment).Any(ground => IsDisputed(one, moment.Citizen, ground))))
            .OrderBy(one => one.Outcome == MomentOutcome.Silenced ? 0 : 1)
            .ThenByDescending(one => one.Until ?? DateTimeOffset.MaxValue)
            .ThenBy(one => one.Fact, Comparer<Fact>.Create(Versions.ByIdentity))
            .FirstOrDefault();
    }

    /// <summary>Whether a fact of this timeline is disputed now.</summary>
    public bool Disputes(Fact fact, DateTimeOffset now) => objections.Exists(one =>
        one.Outcome == MomentOutcome.Disputed && one.RunsAt(now) && IsDisputed(one, timeline.Citizen, (new FactIdentity(fact.Source, fact.RecordId, fact.FactKey), FactContract.NameOf(fact.GetType()))));

    /// <summary>When time alone changes what is objected to; null when it does not.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => objections.Min(one => one.NextChange(now));

    /// <summary>A correction that leaves what she objects to as it was is no new objection.</summary>
    private Objection Known(CircumstanceReported fact)
    {
        var since = fact.KnownAt;
        foreach (var version in timeline.ReplacedBy(fact).OfType<CircumstanceReported>())
        {
            if (version.KnownAt < since && version.Citizen == fact.Citizen && version.Code == fact.Code && SaysTheSame(version, fact))
                since = version.KnownAt;
        }

        return new Objection(fact, since);
    }

    private static bool SaysTheSame(CircumstanceReported one, CircumstanceReported other) =>
        new[] { ObjectionCodes.Contract, ObjectionCodes.Source, ObjectionCodes.RecordId }.All(attribute => one.Attributes.GetValueOrDefault(attribute) == other.Attributes.GetValueOrDefault(attribute));

    private static IReadOnlyList<FactIdentity> Identities(Moment moment) => moment.Grounds.Count == 0 ? [moment.Anchor] : [.. moment.Grounds.Select(ground => ground.Fact)];

    private static IEnumerable<(FactIdentity Fact, string Contract)> Grounds(Moment moment) =>
        Identities(moment).Select((fact, i) => (fact, moment.Grounds.Count == 0 ? moment.AnchorContract : moment.Grounds[i].Contract));

    /// <summary>Disputed by her or by whom it is about, and the source said nothing of that record since.</summary>
    private bool IsDisputed(Objection dispute, CitizenRef citizen, (FactIdentity Fact, string Contract) ground)
    {
        var (fact, contract) = ground;
        if (!dispute.IsAbout(contract, fact.Source, fact.RecordId))
            return false;
        var ofRecord = timeline.OwnFacts.Concat(timeline.HouseholdFacts).Where(one => one.Source == fact.Source && one.RecordId == fact.RecordId).ToList();
        return (dispute.Fact.Citizen == citizen || ofRecord.Exists(one => one.FactKey == fact.FactKey && one.Citizen == dispute.Fact.Citizen))
            && !ofRecord.Exists(one => (one.ConfirmedAt ?? one.KnownAt) > dispute.KnownAt);
    }
}
