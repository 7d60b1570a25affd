using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// What the legal gate says of a moment: that it happened tells of every fact it rests on, so the recipient needs a ground for each source and contract among them. Which fields may be seen is for the ground of the
/// fact that it hangs on.
/// </summary>
public sealed class MomentGate(LegalGate gate)
{
    /// <summary>Whether a recipient may see a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="rule">The rule that found it; null when it is no longer configured.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="helpsAlready">Whether the partner has a file open for the citizen: a ground for continued support counts then, for facts about herself alone.</param>
    /// <param name="now">The moment of disclosure.</param>
    public GateDecision Decide(Moment moment, Rule? rule, string recipient, bool helpsAlready, DateTimeOffset now)
    {
        var helpsWhomTheFactIsAbout = helpsAlready && rule is { IsAboutHerself: true };
        var anchor = gate.Decide(moment.Anchor.Source, moment.AnchorContract, recipient, helpsWhomTheFactIsAbout, now);
        if (moment.Grounds.Count < 2)
            return anchor;
        GateDecision? refused = anchor.IsAllowed ? null : anchor;
        var grounds = anchor.Grounds.ToList();
        foreach (var ground in moment.Grounds)
        {
            var helps = ground.Role == GroundRole.And ? helpsAlready && IsAboutHerself(ground, rule) : helpsWhomTheFactIsAbout;
            var decision = gate.Decide(ground.Fact.Source, ground.Contract, recipient, helps, now);
            if (decision.IsAllowed)
                grounds.AddRange(decision.Grounds.Except(grounds));
            else
                refused = refused is null ? decision : refused with { OpensAt = refused.OpensAt is { } first && decision.OpensAt is { } second ? (first > second ? first : second) : null };
        }

        return refused ?? anchor with { Grounds = grounds };
    }

    private static bool IsAboutHerself(Ground ground, Rule? rule) => rule is not null && rule.And.Where(condition => condition.Contract == ground.Contract).All(condition => condition.Of == Whose.Citizen);
}
