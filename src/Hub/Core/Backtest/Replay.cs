using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Backtest;

/// <summary>
/// Lives the history of a citizen again: evaluates at each instant at which something became known, and when a waiting rule wakes, with what was known by then.
/// </summary>
/// <param name="detect">What rules find on a timeline at a time.</param>
/// <param name="contracts">What those rules look at.</param>
/// <param name="recipients">Who would receive a signal of a moment.</param>
public sealed class Replay(
    Func<Timeline, DateTimeOffset, Finding> detect, HistoryContracts contracts, Func<Moment, Timeline, DateTimeOffset, IReadOnlyList<string>> recipients)
{
    /// <summary>
    /// The moments that would have been found from <paramref name="since"/> until <paramref name="until"/>, in that order. What stood before it is none of them.
    /// </summary>
    public IReadOnlyList<ReplayedMoment> Run(CitizenHistory history, DateTimeOffset since, DateTimeOffset until)
    {
        var known = Known(history);
        var life = new ReplayedLife(history.Citizen, detect, recipients);
        for (var i = 0; i < known.Count && known[i].At <= until;)
        {
            var at = known[i].At;
            var matters = false;
            for (; i < known.Count && known[i].At == at; i++)
            {
                var (fact, isHers, _) = known[i];
                life.Learn(fact, isHers, contracts.IsTrigger(fact));
                matters |= contracts.Matters(fact, isHers);
            }

            // What lies before the period is evaluated once, at its beginning.
            var next = i < known.Count && known[i].At < until ? known[i].At : until;
            if (next < since)
                continue;
            if (at < since)
                life.Begin(since);
            else if (matters)
                life.Evaluate(at);
            life.WakeUntil(next, isLast: next == until);
        }

        return life.Moments;
    }

    private static List<(Fact Fact, bool IsHers, DateTimeOffset At)> Known(CitizenHistory history)
    {
        var known = new List<(Fact Fact, bool IsHers, DateTimeOffset At)>(history.Own.Count + history.Household.Count);
        Add(history.Own, true);
        Add(history.Household, false);
        known.Sort(static (left, right) => left.At.CompareTo(right.At));
        return known;

        void Add(IReadOnlyList<Fact> facts, bool isHers)
        {
            foreach (var fact in facts)
            {
                var then = KnownThen.Of(fact);
                known.Add((then, isHers, then.KnownAt));
            }
        }
    }
}
