using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rights;

/// <summary>The rights of a partnership, made ready to look at many timelines. A function of (timeline, moments, now) and of nothing else. Thread-safe.</summary>
public sealed class RightSet
{
    private readonly Dictionary<string, RightTest> tests;

    /// <summary>Of rights, among partners.</summary>
    /// <param name="rights">The rights, each id once.</param>
    /// <param name="partners">Those who may have a file open for her.</param>
    /// <exception cref="ArgumentException">A right names a contract or a field that does not exist, or two have one id.</exception>
    public RightSet(IReadOnlyList<Right> rights, IReadOnlyList<Partner> partners)
    {
        Rights = rights;
        tests = rights.ToDictionary(right => right.Id, right => new RightTest(right, partners));
    }

    /// <summary>The rights.</summary>
    public IReadOnlyList<Right> Rights { get; }

    /// <summary>The right of an id; null when there is none.</summary>
    public Right? Find(string id) => tests.GetValueOrDefault(id)?.Right;

    /// <summary>
    /// The rights that may apply, each once, in the order in which the moments' rules name them: a fact or the moment says so, or another right that is listed would bring it along. What runs already is left out.
    /// </summary>
    /// <param name="moments">The moments, each with the rights that its rule names. What is looked at is the time at which each happened.</param>
    /// <param name="timelineOf">What is known, and may count, of the citizen at a moment.</param>
    /// <param name="now">Until when what runs must have run.</param>
    public IReadOnlyList<RightToExplore> Explore(IReadOnlyList<NamedRights> moments, Func<NamedRights, Timeline> timelineOf, DateTimeOffset now)
    {
        var looked = new List<(RightTest Test, NamedRights Moment, Fact? Fact)>();
        foreach (var moment in moments)
        {
            var known = moment.Rights.Select(id => tests.GetValueOrDefault(id)).OfType<RightTest>().ToList();
            if (known.Count == 0)
                continue;
            var timeline = timelineOf(moment);
            looked.AddRange(known.Where(test => test.MayApply(timeline, moment.Moment.OccurredAt, now)).Select(test => (test, moment, test.Reason(timeline, moment.Moment.OccurredAt, now))));
        }

        // Of a right that several moments name, the first that something speaks for.
        var candidates = looked.GroupBy(one => one.Test).Select(one => one.Where(each => Speaks(each.Test, each.Fact)).Append(one.First()).First()).ToList();
        var listed = candidates.Where(one => Speaks(one.Test, one.Fact)).Select(one => one.Test.Right.Id).ToHashSet();
        while (candidates.Find(one => !listed.Contains(one.Test.Right.Id) && one.Test.Right.Follows.Any(listed.Contains)).Test is { } brought)
            listed.Add(brought.Right.Id);
        return
        [
            .. candidates.Where(one => listed.Contains(one.Test.Right.Id))
                .Select(one => new RightToExplore(one.Test.Right, one.Moment.Moment, one.Fact, [.. one.Test.Right.Follows.Where(listed.Contains)])),
        ];
    }

    private static bool Speaks(RightTest test, Fact? fact) => fact is not null || test.Right.When.Count == 0;
}
