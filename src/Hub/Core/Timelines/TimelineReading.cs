using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>What rules and the router ask of a timeline.</summary>
public static class TimelineReading
{
    /// <summary>Whether a register says that she died on or before the day of <paramref name="time"/>.</summary>
    public static bool DiedBy(this Timeline timeline, DateTimeOffset time)
    {
        foreach (var person in timeline.All<PersonChanged>())
        {
            if (person.DiedOn is { } died && died <= BelgianTime.DayOf(time))
                return true;
        }

        return false;
    }

    /// <summary>The municipality of her main residence, from the latest fact that says one; of who was struck off, the last that a register named: its partners know where to look. Null when none does.</summary>
    public static NisCode? Municipality(this Timeline timeline) =>
        timeline.All<PersonChanged>().LastOrDefault(person => person.Municipality is not null)?.Municipality
        ?? timeline.All<PersonChanged>().Where(person => person.StruckOffOn is not null).SelectMany(timeline.ReplacedBy).OfType<PersonChanged>()
            .Where(person => person.Municipality is not null).MaxBy(person => (person.KnownAt, person.Revision))?.Municipality;

    /// <summary>Her ziekenfonds at a time: 3 digits, or null when unknown.</summary>
    public static string? Mutuality(this Timeline timeline, DateTimeOffset time) => timeline.All<InsuranceMembershipChanged>()
        .LastOrDefault(membership => membership.OccurredAt <= time && (membership.Until is null || membership.Until >= BelgianTime.DayOf(time)))?.Mutuality;

    /// <summary>The files that partners have open for her at a time, the latest first.</summary>
    public static IEnumerable<SupportFileOpened> OpenFiles(this Timeline timeline, DateTimeOffset time)
    {
        var closed = timeline.All<SupportFileClosed>().Where(file => file.OccurredAt <= time).Select(file => (file.Source, file.File)).ToHashSet();
        return timeline.All<SupportFileOpened>().Where(file => file.OccurredAt <= time && !closed.Contains((file.Source, file.File))).Reverse();
    }

    /// <summary>Her age in full years on the day of a time; null when her date of birth is unknown.</summary>
    public static int? AgeAt(this Timeline timeline, DateTimeOffset at) => AgeIn(timeline.OwnFacts, timeline.Citizen, at);

    /// <summary>Whether she lives alone at a time; null when no register tells with whom she lives, or a shelter address or safety flag hides it.</summary>
    public static bool? LivesAloneAt(this Timeline timeline, DateTimeOffset at) =>
        timeline.Together.IsKnown(at) ? timeline.Together.With(at).Count == 0 : null;

    /// <summary>Whether somebody under 18 lives with her at a time; null when that is unknown of her household or of one who lives with her.</summary>
    public static bool? HasMinorsAt(this Timeline timeline, DateTimeOffset at)
    {
        if (!timeline.Together.IsKnown(at))
            return null;
        bool? minors = false;
        foreach (var mate in timeline.Together.With(at))
        {
            var age = AgeIn(timeline.HouseholdFacts, mate, at);
            if (age < 18)
                return true;
            if (age is null)
                minors = null;
        }

        return minors;
    }

    private static int? AgeIn(List<Fact> facts, CitizenRef citizen, DateTimeOffset at)
    {
        var born = facts.OfType<PersonChanged>().LastOrDefault(person => person.Citizen == citizen && person.BornOn is not null)?.BornOn;
        var day = BelgianTime.DayOf(at);
        return born is not { } birthday || birthday > day ? null : day.Year - birthday.Year - (day < birthday.AddYears(day.Year - birthday.Year) ? 1 : 0);
    }
}
