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

        return With(other, at) || With(other, DayBefore(at));
    }

    /// <summary>The facts by which another lived with her at a time or the day before: of each source that says so the latest.</summary>
    public List<HouseholdChanged> FactsSaying(CitizenRef other, DateTimeOffset at)
    {
        var then = With(other, at) ? at : DayBefore(at);
        return [.. LatestOfEachSource(then, statement => statement.Names(citizen) && statement.Names(other)).Select(statement => statement.Fact)];
    }

    /// <summary>
    /// The facts by which it is known who lives with her at a time: of each list one is enough. Mostly a source says all of it; where sources contradict each other it takes what is believed of each person.
    /// </summary>
    public List<List<HouseholdChanged>> FactsSaying(DateTimeOffset at)
    {
        var mates = With(at);
        var hers = LatestOfEachSource(at, statement => statement.Names(citizen));
        var whole = hers.FindAll(statement => statement.Named.Count == mates.Count + 1 && mates.TrueForAll(statement.Names));
        if (whole.Count > 0)
            return [whole.ConvertAll(statement => statement.Fact)];
        return
        [
            .. hers.SelectMany(statement => statement.Named).Concat(mates).Append(citizen).Distinct().Order()
                .Select(one => LatestAbout(citizen, one, at)).OfType<HouseholdStatement>().Distinct().Select(statement => (List<HouseholdChanged>)[statement.Fact]),
        ];
    }

    /// <summary>The sources that say at a time that another lives with her; none where she does not.</summary>
    public IReadOnlyList<string> SourcesSaying(CitizenRef other, DateTimeOffset at) => !With(other, at)
        ? []
        : [.. statements.Where(statement => statement.From <= at && !(statement.Until <= at) && statement.Names(citizen) && statement.Names(other)).Select(statement => statement.Source).Distinct()];

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

    private static DateTimeOffset DayBefore(DateTimeOffset at) => OneDay.Before(BelgianTime.StartOf(BelgianTime.DayOf(at)));

    private List<HouseholdStatement> LatestOfEachSource(DateTimeOffset at, Predicate<HouseholdStatement> says)
    {
        var latest = new List<HouseholdStatement>();
        foreach (var statement in statements)
        {
            if (statement.From > at || statement.Until <= at || !says(statement))
                continue;
            var known = latest.FindIndex(one => one.Source == statement.Source);
            if (known < 0)
                latest.Add(statement);
            else if (statement.IsLaterThan(latest[known]))
                latest[known] = statement;
        }

        return latest;
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
