using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Explaining;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Whether a fact carries a moment now, and when time alone changes that. With a trace it goes on after the first reason against, to tell them all.</summary>
internal struct Judgement
{
    private readonly Fact fact;
    private readonly DateTimeOffset now;
    private readonly Trace? trace;
    private DateTimeOffset opensAt;
    private DateTimeOffset? closesAt;
    private bool failed;

    public Judgement(Fact fact, DateTimeOffset countsAt, DateTimeOffset now, Trace? trace)
    {
        (this.fact, this.now, this.trace, opensAt) = (fact, now, trace, countsAt);
        if (countsAt > now)
            trace?.Fails(fact, ReasonKind.Waits, "It does not count yet.", until: countsAt);
    }

    /// <summary>Whether it is of use to look further.</summary>
    public readonly bool GoesOn => !failed || trace is not null;

    public readonly bool Holds => !failed && opensAt <= now;

    /// <summary>When to look again; null when time alone changes nothing.</summary>
    public readonly DateTimeOffset? ChangesAt => failed ? null : opensAt > now ? opensAt : closesAt;

    /// <summary>Nothing but another fact changes this.</summary>
    public void Fails(ReasonKind kind, string text)
    {
        failed = true;
        trace?.Fails(fact, kind, text);
    }

    /// <summary>A ground that is lost at a time.</summary>
    public void HoldsUntil(DateTimeOffset? time)
    {
        if (time is not null && (closesAt is null || time < closesAt))
            closesAt = time;
    }

    public void IsHeldBackBy(FactMatch match)
    {
        OpensAt(match.HoldsUntil);
        trace?.Fails(fact, ReasonKind.HeldBack, $"Held back by {FactContract.NameOf(match.Fact.GetType())}, from {match.Fact.Source}.", match.Fact, match.HoldsUntil);
    }

    private void OpensAt(DateTimeOffset? time)
    {
        failed |= time is null;
        if (time > opensAt)
            opensAt = time.Value;
    }
}
