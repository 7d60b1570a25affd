using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Explaining;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>A <see cref="Rule"/> made ready: what it finds among facts of its contract, and why, when asked.</summary>
internal sealed class RuleEvaluation
{
    private readonly FactTest[] and;
    private readonly FactTest[] unless;
    private readonly PersonTest who;
    private readonly string fingerprint;

    /// <exception cref="ArgumentException">It names a contract or a field that does not exist.</exception>
    public RuleEvaluation(Rule rule, IReadOnlyList<Partner> partners)
    {
        Rule = rule;
        Trigger = new TriggerTest(rule.When);
        and = [.. rule.And.Select(condition => new FactTest(condition, rule.When.Contract))];
        unless = [.. rule.Unless.Select(condition => new FactTest(condition, rule.When.Contract))];
        who = new PersonTest(rule.Who, partners);
        LooksAtHousehold = rule.When.Of == Whose.Household || rule.And.Concat(rule.Unless).Any(condition => condition.Of == Whose.Household);
        fingerprint = RuleFingerprint.Of(rule);
    }

    public Rule Rule { get; }

    public TriggerTest Trigger { get; }

    /// <summary>Whether what happens to others matters to it.</summary>
    public bool LooksAtHousehold { get; }

    /// <summary>Evaluates the rule over facts of its contract, in order of the timeline. Facts that cannot fit may be left out.</summary>
    public void Evaluate(Timeline timeline, ReadOnlySpan<Fact> facts, DateTimeOffset now, ref FindingBuilder finding, Trace? trace)
    {
        List<Candidate>? candidates = null;
        foreach (var fact in facts)
        {
            trace?.LooksAt(fact);
            if (Trigger.Fits(fact, timeline, now, trace) is not { } at)
                continue;
            var candidate = new Candidate(fact, at);
            trace?.Happened(candidate);
            (candidates ??= new List<Candidate>(facts.Length)).Add(candidate);
        }

        if (candidates is null)
            return;
        if (candidates.Count > 1 && (Rule.When.At is not null || Rule.When.Plus is not null))
            candidates.Sort(static (left, right) => left.At.CompareTo(right.At) is var byTime && byTime != 0 ? byTime : Versions.ByIdentity(left.Fact, right.Fact));
        foreach (var candidate in Selection.Of(candidates, Rule, trace))
            Judge(candidate, candidates, timeline, now, ref finding, trace);
    }

    private void Judge(in Candidate candidate, List<Candidate> all, Timeline timeline, DateTimeOffset now, ref FindingBuilder finding, Trace? trace)
    {
        var countsAt = Rule.Wait?.After(candidate.At) ?? candidate.At;
        var knownSince = KnownSince(candidate, timeline);
        var judgement = new Judgement(candidate.Fact, countsAt, now, trace);
        trace?.Counts(candidate, countsAt, knownSince);
        if (knownSince > countsAt && knownSince - countsAt > Rule.StaleAfter.AtLeast && knownSince > Rule.StaleAfter.After(countsAt))
            judgement.Fails(ReasonKind.Stale, "The hub first knew more than the rule's staleAfter after it counted: it is history.");
        if (judgement.GoesOn && who.Failure(timeline, candidate.At, knownSince > countsAt ? knownSince : countsAt) is { } failure)
            judgement.Fails(ReasonKind.Person, failure.IsUnknown ? $"{failure.Condition} is unknown." : $"{failure.Condition} is not as the rule asks.");
        var grounds = Conditions(candidate, all, timeline, now, ref judgement);
        finding.RecheckAt(judgement.ChangesAt);
        if (!judgement.Holds)
            return;
        var moment = MomentOf(candidate, timeline, countsAt, knownSince, grounds);
        trace?.Fires(candidate, moment);
        finding.Add(moment);
    }

    /// <summary>The facts that must and must not be there.</summary>
    private List<Fact>? Conditions(in Candidate candidate, List<Candidate> all, Timeline timeline, DateTimeOffset now, ref Judgement judgement)
    {
        List<Fact>? grounds = null;
        foreach (var test in and)
        {
            if (!judgement.GoesOn)
                return null;
            if (test.Find(timeline, candidate.At, now, candidate.Fact, SameEvent(test, candidate, all), anchorMayRun: true) is { } match)
            {
                if (!ReferenceEquals(match.Fact, candidate.Fact))
                    (grounds ??= []).Add(match.Fact);
                judgement.HoldsUntil(match.HoldsUntil);
            }
            else
            {
                judgement.Fails(ReasonKind.Missing, $"There is no {test.Condition.Contract} as the rule asks.");
            }
        }

        foreach (var test in unless)
        {
            if (!judgement.GoesOn)
                return null;
            if (test.Find(timeline, candidate.At, now, candidate.Fact, SameEvent(test, candidate, all, alsoTwins: true)) is { } match)
                judgement.IsHeldBackBy(match);
        }

        return grounds;
    }

    /// <summary>
    /// What another source says of the very same event is not another fact. Nor does, of facts that one source dates on one instant, a later one hold back an earlier: each would hold back each.
    /// </summary>
    private Func<Fact, bool>? SameEvent(FactTest test, in Candidate candidate, List<Candidate> all, bool alsoTwins = false)
    {
        if (all.Count < 2 || test.Condition.Of != Rule.When.Of || test.Condition.Contract != Rule.When.Contract)
            return null;
        var (fact, at, from, to) = (candidate.Fact, candidate.At, Rule.SameWithin.Before(candidate.At), Rule.SameWithin.After(candidate.At));
        return other => other.Citizen == fact.Citizen && Trigger.TimeOf(other) is { } time
            && (other.Source != fact.Source ? time >= from && time <= to : alsoTwins && time == at && Versions.ByIdentity(fact, other) < 0)
            && all.Exists(one => ReferenceEquals(one.Fact, other));
    }

    private DateTimeOffset KnownSince(in Candidate candidate, Timeline timeline)
    {
        var since = candidate.Fact.KnownAt;
        foreach (var version in timeline.ReplacedBy(candidate.Fact))
        {
            if (version.KnownAt < since && version.Citizen == candidate.Fact.Citizen && version.GetType() == Trigger.Type && Trigger.TimeOf(version) is { } at
                && at >= Rule.SameWithin.Before(candidate.At) && at <= Rule.SameWithin.After(candidate.At))
                since = version.KnownAt;
        }

        return since;
    }

    private Moment MomentOf(in Candidate candidate, Timeline timeline, DateTimeOffset countsAt, DateTimeOffset knownSince, List<Fact>? and)
    {
        var fact = candidate.Fact;
        var anchor = Ground.Of(GroundRole.When, fact);
        List<Ground> grounds = [anchor];
        if (and is not null)
            grounds.AddRange(and.Select(one => Ground.Of(GroundRole.And, one)));
        if (candidate.Counted is not null)
            grounds.AddRange(candidate.Counted.Select(one => Ground.Of(GroundRole.Counted, one)));
        if (Rule.TellsOfHousehold)
            new HouseholdGrounds(timeline, grounds).Add(candidate, and ?? [], Trigger, Rule.Who);
        return new Moment(Rule.Id, Rule.Moment, timeline.Citizen, anchor.Fact, anchor.Contract, candidate.At, knownSince)
        {
            CountsAt = countsAt,
            ExpiresAt = Rule.Expires.After(countsAt),
            Grounds = grounds,
            RuleFingerprint = fingerprint,
        };
    }
}
