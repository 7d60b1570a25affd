namespace IntegrationHub.Core.Rules.Explaining;

/// <summary>Why a rule did or did not fire on a timeline.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Reason">Why it could not fire on any fact; null when it looked at facts.</param>
/// <param name="Candidates">The facts of its contract in order of time, each with what the rule made of it.</param>
public sealed record RuleExplanation(Rule Rule, Reason? Reason, IReadOnlyList<CandidateExplanation> Candidates)
{
    /// <summary>Whether it found a moment.</summary>
    public bool Fired => Candidates.Any(candidate => candidate.Moment is not null);
}
