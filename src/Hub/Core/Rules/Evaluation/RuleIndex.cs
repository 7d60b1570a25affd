using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Finds the rules that a fact can trigger: by its contract, the value of the field that they test for equality, and the municipality that they ask for.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<Type, Entry> everywhere = [];
    private readonly Dictionary<NisCode, Dictionary<Type, Entry>> byMunicipality = [];

    public RuleIndex(RuleEvaluation[] evaluations, Whose whose)
    {
        for (var rule = 0; rule < evaluations.Length; rule++)
        {
            if (evaluations[rule].Rule.When.Of != whose)
                continue;
            var trigger = evaluations[rule].Trigger;
            var municipalities = evaluations[rule].Rule.Who.Municipalities;
            if (municipalities.Count == 0)
                Add(everywhere, rule, trigger);
            foreach (var municipality in municipalities.Distinct())
            {
                if (!byMunicipality.TryGetValue(municipality, out var local))
                    byMunicipality[municipality] = local = [];
                Add(local, rule, trigger);
            }
        }
    }

    public bool IsEmpty => everywhere.Count == 0 && byMunicipality.Count == 0;

    /// <summary>Adds what the rules have to look at among facts.</summary>
    public void Collect(List<Fact> facts, Timeline timeline, ref List<Hit>? hits)
    {
        Collect(facts, everywhere, ref hits);
        if (byMunicipality.Count > 0 && timeline.Municipality() is { } municipality && byMunicipality.TryGetValue(municipality, out var local))
            Collect(facts, local, ref hits);
    }

    private static void Add(Dictionary<Type, Entry> byType, int rule, TriggerTest trigger)
    {
        if (!byType.TryGetValue(trigger.Type, out var entry))
            byType[trigger.Type] = entry = new Entry();
        entry.Add(rule, trigger.Index);
    }

    private static void Collect(List<Fact> facts, Dictionary<Type, Entry> byType, ref List<Hit>? hits)
    {
        for (var position = 0; position < facts.Count; position++)
        {
            if (byType.TryGetValue(facts[position].GetType(), out var entry))
                entry.Collect(position, facts[position], ref hits);
        }
    }

    /// <summary>The rules of one contract.</summary>
    private sealed class Entry
    {
        private readonly List<int> always = [];
        private readonly List<(FieldCheck Field, Dictionary<string, List<int>> Rules)> byValue = [];

        public void Add(int rule, FieldCheck? check)
        {
            if (check is null)
            {
                always.Add(rule);
                return;
            }

            var at = byValue.FindIndex(known => known.Field.Field == check.Field);
            if (at < 0)
            {
                at = byValue.Count;
                byValue.Add((check, []));
            }

            foreach (var value in check.MustBeOneOf.Distinct())
            {
                if (!byValue[at].Rules.TryGetValue(value, out var rules))
                    byValue[at].Rules[value] = rules = [];
                rules.Add(rule);
            }
        }

        public void Collect(int position, Fact fact, ref List<Hit>? hits)
        {
            foreach (var rule in always)
                (hits ??= []).Add(new Hit(rule, position, fact));
            foreach (var (field, rules) in byValue)
            {
                if (field.Key(fact) is not { } value || !rules.TryGetValue(value, out var wanted))
                    continue;
                foreach (var rule in wanted)
                    (hits ??= []).Add(new Hit(rule, position, fact));
            }
        }
    }
}
