using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rights;

/// <summary>A <see cref="Right"/> made ready to test many timelines.</summary>
internal sealed class RightTest(Right right, IReadOnlyList<Partner> partners)
{
    private readonly FactTest[] when = [.. right.When.Select(condition => new FactTest(condition))];
    private readonly FactTest[] unless = [.. right.Unless.Select(condition => new FactTest(condition))];
    private readonly PersonTest who = new(right.Who, partners);

    public Right Right => right;

    /// <summary>Whether she is who the right asks, and nothing makes it pointless.</summary>
    public bool MayApply(Timeline timeline, DateTimeOffset at, DateTimeOffset now) =>
        who.Failure(timeline, at, now) is null && !Array.Exists(unless, test => test.Find(timeline, at, now) is not null);

    /// <summary>The fact that says that it may apply, by the first condition that one meets; null when none does.</summary>
    public Fact? Reason(Timeline timeline, DateTimeOffset at, DateTimeOffset now)
    {
        foreach (var test in when)
        {
            if (test.Find(timeline, at, now) is { } match)
                return match.Fact;
        }

        return null;
    }
}
