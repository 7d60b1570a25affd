namespace IntegrationHub.Core.Rules.Explaining;

/// <summary>Why a rule did not fire (yet) on a fact.</summary>
public enum ReasonKind
{
    /// <summary>There is no fact of the rule's contract.</summary>
    NothingOfContract,

    /// <summary>She is known to have died.</summary>
    Died,

    /// <summary>The fact does not fit <c>when</c>.</summary>
    DoesNotFit,

    /// <summary>It is about somebody who did not live with her then, or of whom nothing may be told to her case worker.</summary>
    NotTogether,

    /// <summary>It is not the so-manyeth within the period.</summary>
    NotCounted,

    /// <summary>Another fact is the first or the last.</summary>
    NotSelected,

    /// <summary>It did not happen or does not count yet.</summary>
    Waits,

    /// <summary>It is history: the hub first knew too long after it counted.</summary>
    Stale,

    /// <summary>The person or her household is not as the rule asks, or that is unknown.</summary>
    Person,

    /// <summary>A fact that must be there too is not.</summary>
    Missing,

    /// <summary>A fact holds it back.</summary>
    HeldBack,
}
