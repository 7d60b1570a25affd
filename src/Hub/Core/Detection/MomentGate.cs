using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// What the legal gate says of a moment: that it happened tells of every fact it rests on, so the recipient needs a ground for each source and contract among them, what says who lives together included. Which fields may be seen is for the ground of the
/// fact that it hangs on.
/// </summary>
public sealed class MomentGate(LegalGate gate)
{
    private static readonly string Household = FactContract.NameOf<HouseholdChanged>();

    /// <summary>Whether a recipient may see a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="rule">The rule that found it; null when it is no longer configured.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="helpsAlready">Whether the partner has a file open for the citizen: a ground for continued support counts then, for facts about herself alone and for with whom she lives, but not for what happened there.</param>
    /// <param name="now">The moment of disclosure.</param>
    public GateDecision Decide(Moment moment, Rule? rule, string recipient, bool helpsAlready, DateTimeOffset now)
    {
        var helpsWhomTheFactIsAbout = helpsAlready && rule is { IsAboutHerself: true };
        var anchor = gate.Decide(moment.Anchor.Source, moment.AnchorContract, recipient, helpsWhomTheFactIsAbout, now);
        if (moment.Grounds.Count < 2 && rule is not { TellsOfHousehold: true })
            return anchor;
        GateDecision? refused = anchor.IsAllowed ? null : anchor;
        var grounds = anchor.Grounds.ToList();
        foreach (var ground in moment.Grounds.Where(ground => ground.OneOf is null))
        {
            var helps = ground.Role == GroundRole.And ? helpsAlready && IsAboutHerself(ground, rule) : helpsWhomTheFactIsAbout;
            Take(gate.Decide(ground.Fact.Source, ground.Contract, recipient, helps, now));
        }

        var alternatives = moment.Grounds.Where(ground => ground.OneOf is not null).GroupBy(ground => ground.OneOf).ToList();
        foreach (var oneOf in alternatives)
            Take(AnyOf([.. oneOf.Select(ground => gate.Decide(ground.Fact.Source, ground.Contract, recipient, helpsAlready && ground.Role == GroundRole.Who, now))]));
        if (LacksHousehold(moment, rule))
            Take(GateDecision.Refuse("It does not say yet by which source they live together: it was found by an earlier version of the hub or of the rule.", []));
        return refused ?? anchor with { Grounds = grounds };

        void Take(GateDecision decision)
        {
            if (decision.IsAllowed)
                grounds.AddRange(decision.Grounds.Except(grounds));
            else
                refused = refused is null ? decision : refused with { OpensAt = refused.OpensAt is { } first && decision.OpensAt is { } second ? (first > second ? first : second) : null };
        }
    }

    /// <summary>Whether a recipient may know that somebody lives with her now: for each source that says so, of which a ground for any is enough; none where they do not.</summary>
    /// <param name="life">Her timeline.</param>
    /// <param name="other">Who lives with her.</param>
    /// <param name="recipient">Id of the partner.</param>
    /// <param name="helpsBoth">Whether the partner has a file open for both: a ground for continued support counts then.</param>
    /// <param name="now">The moment of disclosure.</param>
    public IReadOnlyList<(string Source, GateDecision Decision)> DecideTogether(Timeline life, CitizenRef other, string recipient, bool helpsBoth, DateTimeOffset now) =>
        [.. life.SourcesSaying(other, now).Select(source => (source, gate.Decide(source, Household, recipient, helpsBoth, now)))];

    /// <summary>Whether it tells who lives together and does not hold who says so: an earlier version of the hub found it, or of the rule. It tells it as soon as it is evaluated again.</summary>
    public static bool LacksHousehold(Moment moment, Rule? rule) => rule is { TellsOfHousehold: true } && !moment.Grounds.Any(ground => ground.OneOf is not null);

    /// <summary>Where several sources say one thing, a ground for any of them is enough, as soon as the first of these begins.</summary>
    private static GateDecision AnyOf(List<GateDecision> decisions)
    {
        var allowed = decisions.FindAll(decision => decision.IsAllowed);
        return allowed.Count > 0
            ? GateDecision.Allow([.. allowed.SelectMany(decision => decision.Grounds).Distinct()])
            : decisions[0] with { OpensAt = decisions.Min(decision => decision.OpensAt) };
    }

    private static bool IsAboutHerself(Ground ground, Rule? rule) => rule is not null && rule.And.Where(condition => condition.Contract == ground.Contract).All(condition => condition.Of == Whose.Citizen);
}
