using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>A <see cref="Trigger"/> made ready: whether a fact fits, and when it happened.</summary>
internal sealed class TriggerTest
{
    private readonly Trigger trigger;
    private readonly FieldCheck[] where;
    private readonly FactField? at;

    /// <exception cref="ArgumentException">It names a contract or a field that does not exist.</exception>
    public TriggerTest(Trigger trigger)
    {
        this.trigger = trigger;
        Type = FactFields.TypeOf(trigger.Contract);
        where = [.. trigger.Where.Select(test => new FieldCheck(trigger.Contract, test))];
        at = trigger.At is { } field ? FactFields.Find(trigger.Contract, field) : null;
        Index = Array.Find(where, check => check.IsIndexable && check.Field is "code" or "benefit") ?? Array.Find(where, check => check.IsIndexable);
    }

    public Type Type { get; }

    /// <summary>The test by which facts that cannot fit are passed over; null when there is none.</summary>
    public FieldCheck? Index { get; }

    /// <summary>When the fact happened, if it fits.</summary>
    public DateTimeOffset? Fits(Fact fact, Timeline timeline, DateTimeOffset now, Trace? trace)
    {
        foreach (var check in where)
        {
            if (check.Holds(fact))
                continue;
            trace?.Fails(fact, ReasonKind.DoesNotFit, $"Its {check.Field} is not as the rule asks.");
            return null;
        }

        if (TimeOf(fact) is not { } time)
        {
            trace?.Fails(fact, ReasonKind.DoesNotFit, $"It says nothing of {trigger.At}.");
            return null;
        }

        if (trigger.Of == Whose.Household && !timeline.Together.MayTell(fact.Citizen, time, now))
        {
            trace?.Fails(fact, ReasonKind.NotTogether, "It is about somebody of whom no register says that they lived together on that day or the day before, or that may not be told.");
            return null;
        }

        return time;
    }

    /// <summary>Whether a fact of its contract says what this looks out for, whoever and whenever it is about.</summary>
    public bool Names(Fact fact) => Array.TrueForAll(where, check => check.Holds(fact)) && (at is null || at.ReadDay(fact) is not null);

    /// <summary>When a fact happened by this rule, whether it fits or not; null when it does not say.</summary>
    public DateTimeOffset? TimeOf(Fact fact)
    {
        var time = fact.OccurredAt;
        if (at is not null)
        {
            if (at.ReadDay(fact) is not { } day)
                return null;
            time = BelgianTime.StartOf(day);
        }

        return trigger.Plus?.After(time) ?? time;
    }
}
