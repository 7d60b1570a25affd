using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Evaluation;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules;

/// <summary>A <see cref="FactCondition"/> made ready to test many timelines. Thread-safe.</summary>
public sealed class FactTest
{
    private readonly Type type;
    private readonly FieldCheck[] where;
    private readonly (FactField Ours, FactField Anchors)[] same;

    /// <summary>Of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="anchorContract">Contract of the fact that <see cref="FactCondition.Same"/> compares with; null when there is none.</param>
    /// <exception cref="ArgumentException">It names a contract or a field that does not exist.</exception>
    public FactTest(FactCondition condition, string? anchorContract = null)
    {
        Condition = condition;
        type = FactFields.TypeOf(condition.Contract);
        where = [.. condition.Where.Select(test => new FieldCheck(condition.Contract, test))];
        if (condition.Same.Count > 0 && anchorContract is null)
            throw new ArgumentException("'same' compares with the fact of 'when': there is none here.", nameof(condition));
        same = [.. condition.Same.Select(field => (FactFields.Find(condition.Contract, field), FactFields.Find(anchorContract!, field)))];
    }

    /// <summary>What is tested.</summary>
    public FactCondition Condition { get; }

    /// <summary>The fact that makes the condition hold around a time; null when none does.</summary>
    /// <param name="timeline">Whose facts.</param>
    /// <param name="at">When it happened, whatever it is about: the windows of the condition and who lives together are told from here.</param>
    /// <param name="now">Until when what runs must have run.</param>
    public FactMatch? Find(Timeline timeline, DateTimeOffset at, DateTimeOffset now) => Find(timeline, at, now, null, null);

    /// <param name="timeline">Whose facts.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="now">Until when what runs must have run.</param>
    /// <param name="anchor">The fact of <c>when</c>: it is no other fact.</param>
    /// <param name="isSameEvent">Whether a fact tells of the same event as the anchor, and is no other fact either.</param>
    /// <param name="anchorMayRun">That something runs may be said of the anchor itself: "it began, and such a thing still runs".</param>
    internal FactMatch? Find(Timeline timeline, DateTimeOffset at, DateTimeOffset now, Fact? anchor, Func<Fact, bool>? isSameEvent, bool anchorMayRun = false)
    {
        FactMatch? best = null;
        DateTimeOffset from = default, to = default;
        var hasWindow = Condition.Before is not null || Condition.After is not null;
        var windowIsKnown = false;
        foreach (var fact in Condition.Of == Whose.Citizen ? timeline.OwnFacts : timeline.HouseholdFacts)
        {
            if (fact.GetType() != type || (ReferenceEquals(fact, anchor) && !(anchorMayRun && Condition.IsRunning)) || !HasFields(fact, anchor))
                continue;
            if (hasWindow && !windowIsKnown)
            {
                (from, to) = (Condition.Before?.Before(at) ?? at, Condition.After?.After(at) ?? at);
                windowIsKnown = true;
            }

            if ((hasWindow && (fact.OccurredAt < from || fact.OccurredAt > to)) || isSameEvent?.Invoke(fact) == true)
                continue;
            var until = Condition.IsRunning ? timeline.Endings.EndOf(fact, now) : null;
            if (until <= now || (Condition.Of == Whose.Household && !timeline.Together.MayTell(fact.Citizen, at, now)))
                continue;
            if (best is null || until is null || (best.Value.HoldsUntil is { } known && until >= known))
                best = new FactMatch(fact, until);
        }

        return best;
    }

    private bool HasFields(Fact fact, Fact? anchor)
    {
        foreach (var check in where)
        {
            if (!check.Holds(fact))
                return false;
        }

        foreach (var (ours, anchors) in same)
        {
            if (ours.Read(fact) is not { } value || anchors.Read(anchor!) is not { } wanted || FactField.AsText(value) != FactField.AsText(wanted))
                return false;
        }

        return true;
    }
}
