using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Timelines;

/// <summary>Who lived with a citizen when: what the registers said of her household and of those of the others, less shelter addresses and safety flags.</summary>
internal sealed class LivingTogether
{
    private static readonly Period OneDay = new(1, PeriodUnit.Day);
    private readonly CitizenRef citizen;
    private readonly List<HouseholdStatement> statements;
    private readonly List<CitizenRef> others;
    private readonly List<Fact> household;
    private readonly List<CircumstanceReported> flags;

    public LivingTogether(CitizenRef citizen, List<Fact> own, List<Fact> replaced, List<Fact> household, List<Fact> replacedOfHousehold)
    {
        (this.citizen, this.household) = (citizen, household);
        statements = HouseholdStatement.Of([.. own, .. replaced, .. household, .. replacedOfHousehold]);
        others = [.. statements.Where(statement => statement.Names(citizen)).SelectMany(statement => statement.Named).Distinct().Where(one => one != citizen).Order()];
        flags = [.. own.Concat(household).OfType<CircumstanceReported>().Where(flag => SafetyFlags.IsOne(flag) && (flag.Citizen == citizen || others.Contains(flag.Citizen)))];
    }

    /// <summary>Those who live with her at a time.</summary>
    public List<CitizenRef> With(DateTimeOffset at) => others.FindAll(other => With(other, at));

    /// <summary>Whether another lives with her at a time.</summary>
    public bool With(CitizenRef other, DateTimeOffset at) =>
        LatestAbout(citizen, other, at) is { } latest && latest.Names(citizen) && latest.Names(other) && !IsFlagged(other, at) && !IsFlagged(citizen, at);

    /// <summary>
    /// Whether what happened to another at a time is hers to hear of: they lived together on that day or the day before, and no flag of either runs on that day or now. While one runs, nothing
    /// of the one reaches the case worker of the other.
    /// </summary>
    public bool MayTell(CitizenRef other, DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var flag in flags)
        {
            if ((flag.Citizen == other || flag.Citizen == citizen) && (SafetyFlags.RunsAt(flag, at) || SafetyFlags.RunsAt(flag, now)))
                return false;
        }

        return With(other, at) || With(other, OneDay.Before(BelgianTime.StartOf(BelgianTime.DayOf(at))));
    }

    /// <summary>The sources that say at a time that another lives with her.</summary>
    public IEnumerable<string> SourcesSaying(CitizenRef other, DateTimeOffset at) => statements
        .Where(statement => statement.From <= at && !(statement.Until <= at) && statement.Names(citizen) && statement.Names(other))
        .Select(statement => statement.Source);

    /// <summary>Whether it is known at all who lives with her at a time.</summary>
    public bool IsKnown(DateTimeOffset at) => !IsFlagged(citizen, at) && LatestAbout(citizen, citizen, at) is not null;

    /// <summary>When the next flag of her or of who ever lived with her begins or ends; null when none is known to, or when nothing is known of the others.</summary>
    public DateTimeOffset? NextFlagChange(DateTimeOffset now)
    {
        if (flags.Count == 0 || !household.Exists(fact => others.Contains(fact.Citizen)))
            return null;
        DateTimeOffset? next = null;
        foreach (var flag in flags)
        {
            var change = flag.OccurredAt > now ? flag.OccurredAt : SafetyFlags.EndOf(flag);
            if (change > now && (next is null || change < next))
                next = change;
        }

        return next;
    }

    private bool IsFlagged(CitizenRef one, DateTimeOffset at) => flags.Exists(flag => flag.Citizen == one && SafetyFlags.RunsAt(flag, at));

    private HouseholdStatement? LatestAbout(CitizenRef one, CitizenRef other, DateTimeOffset at)
    {
        HouseholdStatement? latest = null;
        foreach (var statement in statements)
        {
            if (statement.From <= at && !(statement.Until <= at) && (statement.Names(one) || statement.Names(other)) && (latest is null || statement.IsLaterThan(latest)))
                latest = statement;
        }

        return latest;
    }
}
