using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Evaluation;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules;

/// <summary>The rules of a partnership, made ready to run over many timelines. A function of (timeline, rules, now) and of nothing else. Thread-safe.</summary>
public sealed class RuleSet
{
    private readonly RuleEvaluation[] evaluations;
    private readonly Dictionary<string, Rule> byId;
    private readonly bool looksAtHousehold;
    private readonly RuleIndex own;
    private readonly RuleIndex household;

    /// <summary>Of rules, among partners.</summary>
    /// <param name="rules">The rules, each id once.</param>
    /// <param name="partners">Those who may have a file open for her.</param>
    /// <exception cref="ArgumentException">A rule names a contract or a field that does not exist, or two have one id.</exception>
    public RuleSet(IReadOnlyList<Rule> rules, IReadOnlyList<Partner> partners)
    {
        Rules = rules;
        byId = rules.ToDictionary(rule => rule.Id);
        evaluations = [.. rules.Select(rule => new RuleEvaluation(rule, partners))];
        looksAtHousehold = Array.Exists(evaluations, evaluation => evaluation.LooksAtHousehold);
        own = new RuleIndex(evaluations, Whose.Citizen);
        household = new RuleIndex(evaluations, Whose.Household);
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rule of an id; null when there is none.</summary>
    public Rule? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Tells the text of a rule, as it is now, from any other; null when there is none of that id.</summary>
    public string? FingerprintOf(string id) => Find(id) is { } rule ? RuleFingerprint.Of(rule) : null;

    /// <summary>Whether rules look out for such a fact and none of those names this role: the partnership chose not to tell it.</summary>
    public bool IsKeptFrom(PartnerRole role, Fact fact)
    {
        var isKept = false;
        foreach (var evaluation in evaluations)
        {
            if (evaluation.Trigger.Type != fact.GetType() || !evaluation.Trigger.Names(fact))
                continue;
            if (evaluation.Rule.Recipients.Contains(role))
                return false;
            isKept = true;
        }

        return isKept;
    }

    /// <summary>All moments that hold now, by rule and time, and the earliest time at which time alone changes that.</summary>
    public Finding Detect(Timeline timeline, DateTimeOffset now)
    {
        List<Hit>? hits = null;
        own.Collect(timeline.OwnFacts, timeline, ref hits);
        if (!household.IsEmpty)
            household.Collect(timeline.HouseholdFacts, timeline, ref hits);
        var finding = default(FindingBuilder);
        if (Lives(timeline, now, ref finding) && hits is not null)
        {
            hits.Sort(static (left, right) => left.Rule != right.Rule ? left.Rule.CompareTo(right.Rule) : left.Position.CompareTo(right.Position));
            var facts = new Fact[hits.Count];
            for (var i = 0; i < facts.Length; i++)
                facts[i] = hits[i].Fact;
            for (int first = 0, next; first < hits.Count; first = next)
            {
                for (next = first + 1; next < hits.Count && hits[next].Rule == hits[first].Rule; next++) { }
                evaluations[hits[first].Rule].Evaluate(timeline, facts.AsSpan(first, next - first), now, ref finding, trace: null);
            }
        }

        return finding.Build();
    }

    /// <summary>For each rule what it made of each fact of its contract, and why. The evaluation itself tells it: what fires here is what <see cref="Detect"/> finds.</summary>
    public IReadOnlyList<RuleExplanation> Explain(Timeline timeline, DateTimeOffset now)
    {
        var finding = default(FindingBuilder);
        var lives = Lives(timeline, now, ref finding);
        var explanations = new List<RuleExplanation>(evaluations.Length);
        foreach (var evaluation in evaluations)
        {
            var trace = new Trace();
            var facts = evaluation.Rule.When.Of == Whose.Citizen ? timeline.OwnFacts : timeline.HouseholdFacts;
            if (lives)
                evaluation.Evaluate(timeline, facts.FindAll(fact => fact.GetType() == evaluation.Trigger.Type).ToArray(), now, ref finding, trace);
            explanations.Add(trace.Explain(evaluation.Rule, !lives));
        }

        return explanations;
    }

    /// <summary>Who died by now has no moments of her own. A death that is announced is looked at again, and so is a household of which a shelter address or safety flag begins or ends.</summary>
    private bool Lives(Timeline timeline, DateTimeOffset now, ref FindingBuilder finding)
    {
        foreach (var fact in timeline.OwnFacts)
        {
            if (fact is not PersonChanged { DiedOn: { } died })
                continue;
            var from = BelgianTime.StartOf(died);
            if (from <= now)
                return false;
            finding.RecheckAt(from);
        }

        if (looksAtHousehold && timeline.HouseholdFacts.Count > 0)
            finding.RecheckAt(timeline.Together.NextFlagChange(now));

        return true;
    }
}
