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

    /// <summary>The municipality of her main residence, from the latest fact that says one; null when none does.</summary>
    public static NisCode? Municipality(this Timeline timeline) =>
        timeline.All<PersonChanged>().LastOrDefault(person => person.Municipality is not null)?.Municipality;

    /// <summary>Her ziekenfonds at a time: 3 digits, or null when unknown.</summary>
    public static string? Mutuality(this Timeline timeline, DateTimeOffset time) => timeline.All<InsuranceMembershipChanged>()
        .LastOrDefault(membership => membership.OccurredAt <= time && (membership.Until is null || membership.Until >= BelgianTime.DayOf(time)))?.Mutuality;

    /// <summary>The files that partners have open for her at a time, the latest first.</summary>
    public static IEnumerable<SupportFileOpened> OpenFiles(this Timeline timeline, DateTimeOffset time)
    {
        var closed = timeline.All<SupportFileClosed>().Where(file => file.OccurredAt <= time).Select(file => (file.Source, file.File)).ToHashSet();
        return timeline.All<SupportFileOpened>().Where(file => file.OccurredAt <= time && !closed.Contains((file.Source, file.File))).Reverse();
    }
}
