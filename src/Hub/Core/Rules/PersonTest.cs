using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules;

/// <summary>A <see cref="PersonCondition"/> made ready to test many timelines. Thread-safe.</summary>
public sealed class PersonTest
{
    private readonly (PartnerRole Role, bool Wanted, HashSet<string> Partners)[] knownTo;

    /// <summary>Of a condition, among partners.</summary>
    public PersonTest(PersonCondition condition, IReadOnlyList<Partner> partners)
    {
        Condition = condition;
        knownTo = [.. condition.KnownTo.Select(pair => (pair.Key, pair.Value, partners.Where(partner => partner.Role == pair.Key).Select(partner => partner.Id).ToHashSet()))];
    }

    /// <summary>What is tested.</summary>
    public PersonCondition Condition { get; }

    /// <summary>The first part that does not hold of her; null when all do.</summary>
    /// <param name="timeline">Hers.</param>
    /// <param name="at">When it happened: her age and household are those of then.</param>
    /// <param name="filesAt">When it became of use to tell a partner: the files that count are those open then.</param>
    public PersonFailure? Failure(Timeline timeline, DateTimeOffset at, DateTimeOffset filesAt)
    {
        if (Condition.AgeFrom is not null || Condition.AgeUnder is not null)
        {
            if (timeline.AgeAt(at) is not { } age)
                return new PersonFailure("age", IsUnknown: true);
            if (age < Condition.AgeFrom || age >= Condition.AgeUnder)
                return new PersonFailure("age", IsUnknown: false);
        }

        if (Condition.LivesAlone is { } alone && Differs("livesAlone", alone, timeline.LivesAloneAt(at)) is { } household)
            return household;
        if (Condition.MinorChildren is { } minors && Differs("minorChildren", minors, timeline.HasMinorsAt(at)) is { } children)
            return children;
        if (Condition.Municipalities.Count > 0)
        {
            if (timeline.Municipality() is not { } municipality)
                return new PersonFailure("municipality", IsUnknown: true);
            if (!Condition.Municipalities.Contains(municipality))
                return new PersonFailure("municipality", IsUnknown: false);
        }

        foreach (var (role, wanted, ids) in knownTo)
        {
            if (timeline.OpenFiles(filesAt).Any(file => ids.Contains(file.Partner)) != wanted)
                return new PersonFailure($"knownTo.{role.ToString().ToLowerInvariant()}", IsUnknown: false);
        }

        return null;
    }

    private static PersonFailure? Differs(string condition, bool wanted, bool? found) => found == wanted ? null : new PersonFailure(condition, found is null);
}
