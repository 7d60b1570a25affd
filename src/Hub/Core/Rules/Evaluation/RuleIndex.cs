using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Finds the rules that a fact can trigger: by its contract, and by the value of the field that they test for equality.</summary>
internal sealed class RuleIndex
{
    private readonly Dictionary<Type, Entry> byType = [];

    public RuleIndex(RuleEvaluation[] evaluations, Whose whose)
    {
        for (var rule = 0; rule < evaluations.Length; rule++)
        {
            if (evaluations[rule].Rule.When.Of != whose)
                continue;
            var trigger = evaluations[rule].Trigger;
            if (!byType.TryGetValue(trigger.Type, out var entry))
                byType[trigger.Type] = entry = new Entry();
            entry.Add(rule, trigger.Index);
        }
    }

    public bool IsEmpty => byType.Count == 0;

    /// <summary>Adds what the rules have to look at among facts.</summary>
    public void Collect(List<Fact> facts, ref List<Hit>? hits)
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
