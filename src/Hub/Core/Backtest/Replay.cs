using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Backtest;

/// <summary>
/// Lives the history of a citizen again: evaluates at each instant at which something became known, and when a waiting rule wakes, with what was known by then.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="known">When facts count as known.</param>
/// <param name="recipients">Ids of the partners who would receive a signal of a moment, raised on a timeline at a time.</param>
public sealed class Replay(RuleSet rules, KnownThen known, Func<Moment, Timeline, DateTimeOffset, IReadOnlyList<string>> recipients)
{
    /// <summary>What the rules look at.</summary>
    public HistoryContracts Contracts { get; } = new(rules.Rules);

    /// <summary>
    /// The moments that would have been found from <paramref name="since"/> until <paramref name="until"/>, in that order. What stood before it is none of them.
    /// </summary>
    public IReadOnlyList<ReplayedMoment> Run(CitizenHistory history, DateTimeOffset since, DateTimeOffset until)
    {
        var facts = InTime(history);
        var life = new ReplayedLife(history.Citizen, rules, recipients);
        for (var i = 0; i < facts.Count && facts[i].At <= until;)
        {
            var at = facts[i].At;
            var matters = false;
            for (; i < facts.Count && facts[i].At == at; i++)
            {
                var (fact, isHers, _) = facts[i];
                life.Learn(fact, isHers, Contracts.IsTrigger(fact));
                matters |= Contracts.Matters(fact, isHers);
            }

            // What lies before the period is evaluated once, at its beginning.
            var next = i < facts.Count && facts[i].At < until ? facts[i].At : until;
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

    private List<(Fact Fact, bool IsHers, DateTimeOffset At)> InTime(CitizenHistory history)
    {
        var all = new List<(Fact Fact, bool IsHers, DateTimeOffset At)>(history.Own.Count + history.Household.Count);
        Add(history.Own, true);
        Add(history.Household, false);
        all.Sort(static (left, right) => left.At.CompareTo(right.At));
        return all;

        void Add(IReadOnlyList<Fact> facts, bool isHers)
        {
            foreach (var fact in facts)
            {
                var then = known.Of(fact);
                all.Add((then, isHers, then.KnownAt));
            }
        }
    }
}
