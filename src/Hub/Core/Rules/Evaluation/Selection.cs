using IntegrationHub.Core.Rules.Explaining;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Of the facts that fit, which carry a moment: the so-manyeth, the first, the last, or all.</summary>
internal static class Selection
{
    /// <summary>Those that do, of candidates in order of time.</summary>
    public static List<Candidate> Of(List<Candidate> candidates, Rule rule, Trace? trace)
    {
        if (rule.When.Count > 1)
            candidates = Counted(candidates, rule, trace);
        if (rule.When.Only == Which.All || candidates.Count < 2)
            return candidates;
        var last = rule.When.Only == Which.Last;
        var pivot = last ? candidates[^1].At : candidates[0].At;
        var (from, to) = last ? (rule.SameWithin.Before(pivot), pivot) : (pivot, rule.SameWithin.After(pivot));
        var kept = new List<Candidate>(1);
        foreach (var candidate in candidates)
        {
            if (candidate.At < from || candidate.At > to)
                continue;
            var same = kept.FindIndex(one => one.Fact.Source == candidate.Fact.Source);
            if (same < 0)
                kept.Add(candidate);
            else if (last && candidate.At > kept[same].At)
                kept[same] = candidate;
        }

        if (trace is not null)
        {
            foreach (var candidate in candidates.Where(candidate => !kept.Contains(candidate)))
                trace.Fails(candidate.Fact, ReasonKind.NotSelected, $"Another fact is the {(last ? "last" : "first")} that fits.");
        }

        return kept;
    }

    /// <summary>Facts of different sources that lie close together tell of one event, and count once.</summary>
    private static List<Candidate> Counted(List<Candidate> candidates, Rule rule, Trace? trace)
    {
        var events = Events(candidates, rule.SameWithin);
        var kept = new List<Candidate>();
        var first = 0;
        for (var i = 0; i < events.Count; i++)
        {
            var after = rule.When.Within!.Value.Before(events[i][0].At);
            while (first < i && events[first][0].At <= after)
                first++;
            var number = i - first + 1;
            var before = number == rule.When.Count ? events[first..i].ConvertAll(known => known[0].Fact) : null;
            foreach (var candidate in events[i])
            {
                if (before is not null)
                    kept.Add(candidate with { Counted = before });
                else
                    trace?.Fails(candidate.Fact, ReasonKind.NotCounted, $"It is number {number} within {rule.When.Within}; the rule asks for number {rule.When.Count}.");
            }
        }

        // Of events that overlap, a later source of the first may come after the second.
        kept.Sort(static (left, right) => left.At.CompareTo(right.At) is var byTime && byTime != 0 ? byTime : Timelines.Versions.ByIdentity(left.Fact, right.Fact));
        return kept;
    }

    private static List<List<Candidate>> Events(List<Candidate> candidates, Period sameWithin)
    {
        var events = new List<List<Candidate>>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var from = sameWithin.Before(candidate.At);
            List<Candidate>? same = null;
            for (var i = events.Count - 1; i >= 0 && events[i][0].At >= from; i--)
            {
                if (events[i].TrueForAll(one => one.Fact.Source != candidate.Fact.Source))
                    same = events[i];
            }

            if (same is null)
                events.Add([candidate]);
            else
                same.Add(candidate);
        }

        return events;
    }
}
