using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Explaining;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>What an evaluation of one rule tells of its reasons while it runs, when it is asked to.</summary>
internal sealed class Trace
{
    private readonly List<Fact> facts = [];
    private readonly List<CandidateExplanation> candidates = [];

    /// <summary>The rule looks at a fact.</summary>
    public void LooksAt(Fact fact)
    {
        facts.Add(fact);
        candidates.Add(new CandidateExplanation { Fact = Ground.Of(GroundRole.When, fact), About = fact.Citizen });
    }

    public void Happened(in Candidate candidate)
    {
        var at = candidate.At;
        Change(candidate.Fact, known => known with { OccurredAt = at });
    }

    public void Counts(in Candidate candidate, DateTimeOffset at, DateTimeOffset knownSince) => Change(candidate.Fact, known => known with { CountsAt = at, KnownAt = knownSince });

    public void Fires(in Candidate candidate, Moment moment) => Change(candidate.Fact, known => known with { Moment = moment });

    public void Fails(Fact fact, ReasonKind kind, string text, Fact? by = null, DateTimeOffset? until = null) => Change(fact, known => known with
    {
        Reasons = [.. known.Reasons, new Reason(kind, text, by is null ? null : Ground.Of(GroundRole.And, by), until)],
    });

    /// <summary>What was told, once it ran.</summary>
    public RuleExplanation Explain(Rule rule, bool died)
    {
        Reason? reason = null;
        if (died)
            reason = new Reason(ReasonKind.Died, "She is known to have died.");
        else if (facts.Count == 0)
            reason = new Reason(ReasonKind.NothingOfContract, $"There is no {rule.When.Contract} of {(rule.When.Of == Whose.Citizen ? "her" : "somebody she shares or shared a household with")}.");
        return new RuleExplanation(rule, reason, candidates);
    }

    private void Change(Fact fact, Func<CandidateExplanation, CandidateExplanation> change)
    {
        var at = facts.FindIndex(known => ReferenceEquals(known, fact));
        candidates[at] = change(candidates[at]);
    }
}
