using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>Who lived with a citizen when: what the registers said of her household and of those of the others, less shelter addresses and safety flags.</summary>
internal sealed class LivingTogether
{
    private readonly CitizenRef citizen;
    private readonly List<HouseholdStatement> statements;
    private readonly List<CitizenRef> others;
    private readonly List<CircumstanceReported> flags;

    public LivingTogether(CitizenRef citizen, List<Fact> own, List<Fact> replaced, List<Fact> household, List<Fact> replacedOfHousehold)
    {
        this.citizen = citizen;
        statements = HouseholdStatement.Of([.. own, .. replaced, .. household, .. replacedOfHousehold]);
        others = [.. statements.Where(statement => statement.Names(citizen)).SelectMany(statement => statement.Named).Distinct().Where(one => one != citizen).Order()];
        flags = [.. own.Concat(household).OfType<CircumstanceReported>().Where(SafetyFlags.IsOne)];
    }

    /// <summary>Those who live with her at a time.</summary>
    public List<CitizenRef> With(DateTimeOffset at) => others.FindAll(other => With(other, at));

    /// <summary>Whether another lives with her at a time.</summary>
    public bool With(CitizenRef other, DateTimeOffset at) =>
        LatestAbout(citizen, other, at) is { } latest && latest.Names(citizen) && latest.Names(other) && !IsFlagged(other, at) && !IsFlagged(citizen, at);

    /// <summary>Whether another lives with her on the day of an event or did the day before, without a flag on that day.</summary>
    public bool Around(CitizenRef other, DateTimeOffset at) =>
        With(other, at) || (!IsFlagged(other, at) && !IsFlagged(citizen, at) && With(other, BelgianTime.StartOf(BelgianTime.DayOf(at).AddDays(-1))));

    /// <summary>Whether it is known at all who lives with her at a time.</summary>
    public bool IsKnown(DateTimeOffset at) => !IsFlagged(citizen, at) && LatestAbout(citizen, citizen, at) is not null;

    /// <summary>When the flags of one of the two that run now end, at the latest; <see cref="DateTimeOffset.MaxValue"/> when no end is known, null when none runs.</summary>
    public DateTimeOffset? FlaggedUntil(CitizenRef other, DateTimeOffset now)
    {
        DateTimeOffset? until = null;
        foreach (var flag in flags)
        {
            if ((flag.Citizen == other || flag.Citizen == citizen) && SafetyFlags.RunsAt(flag, now))
                until = Max(until, SafetyFlags.EndOf(flag) ?? DateTimeOffset.MaxValue);
        }

        return until;
    }

    /// <summary>When the next flag of one of the two begins; null when none is announced.</summary>
    public DateTimeOffset? FlaggedFrom(CitizenRef other, DateTimeOffset now)
    {
        DateTimeOffset? from = null;
        foreach (var flag in flags)
        {
            if ((flag.Citizen == other || flag.Citizen == citizen) && flag.OccurredAt > now && (from is null || flag.OccurredAt < from))
                from = flag.OccurredAt;
        }

        return from;
    }

    private static DateTimeOffset Max(DateTimeOffset? left, DateTimeOffset right) => left > right ? left.Value : right;

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
