using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// <c>ontslag</c>: the citizen's last job ended and no other runs on or follows. Of several jobs that end last on one day, one carries the moment.
/// An end in the future is looked at again on that day.
/// </summary>
public sealed class OntslagRule : IRule
{
    /// <inheritdoc/>
    public string Id => "ontslag";

    /// <inheritdoc/>
    public string MomentCode => "ontslag";

    /// <inheritdoc/>
    public string AnchorContract { get; } = FactContract.NameOf<EmploymentEnded>();

    /// <inheritdoc/>
    public Finding Evaluate(Timeline timeline, DateTimeOffset now)
    {
        EmploymentEnded? last = null;
        foreach (var ended in timeline.All<EmploymentEnded>())
        {
            if (last is null || ended.EndedOn > last.EndedOn)
                last = ended;
        }

        if (last is null || timeline.DiedBy(now) || RunsOnOrFollows(timeline))
            return Finding.Nothing;
        return last.OccurredAt > now ? new Finding([], last.OccurredAt) : new Finding([Moment.On(last, this)], null);
    }

    /// <summary>A job whose end is not known runs on; a job whose end is known ended, at the latest, with the last.</summary>
    private static bool RunsOnOrFollows(Timeline timeline)
    {
        HashSet<(string, string)>? ended = null;
        foreach (var started in timeline.All<EmploymentStarted>())
        {
            ended ??= [.. timeline.All<EmploymentEnded>().Select(end => (end.Source, end.Employment))];
            if (!ended.Contains((started.Source, started.Employment)))
                return true;
        }

        return false;
    }
}
