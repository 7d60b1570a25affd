using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Detection;

/// <summary>A hinge moment that a rule found on a timeline. Its key is (<see cref="Rule"/>, <see cref="Citizen"/>, <see cref="Anchor"/>).</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Code">Kind of moment, kebab-case Dutch code.</param>
/// <param name="Citizen">Whose life it is.</param>
/// <param name="Anchor">The fact it hangs on, whatever its version. It may be about somebody who lives with her.</param>
/// <param name="AnchorContract">Wire name of that fact's contract.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="KnownAt">When the hub first knew that it happened about then, UTC.</param>
public sealed record Moment(
    string Rule, string Code, CitizenRef Citizen, FactIdentity Anchor, string AnchorContract, DateTimeOffset OccurredAt, DateTimeOffset KnownAt)
{
    /// <summary>When it counts: when it happened, and what the rule waits for.</summary>
    public DateTimeOffset CountsAt { get; init; } = OccurredAt;

    /// <summary>After this a signal about it is of no use.</summary>
    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>The facts it rests on, the anchor first.</summary>
    public IReadOnlyList<Ground> Grounds { get; init; } = [];

    /// <summary>Tells the text of the rule that found it from any other: a short hash.</summary>
    public string RuleFingerprint { get; init; } = "";

    /// <summary>Equal when everything is, each ground included.</summary>
    public bool Equals(Moment? other) => other is not null
        && (Rule, Code, Citizen, AnchorContract, OccurredAt, KnownAt) == (other.Rule, other.Code, other.Citizen, other.AnchorContract, other.OccurredAt, other.KnownAt)
        && (Anchor, CountsAt, ExpiresAt, RuleFingerprint) == (other.Anchor, other.CountsAt, other.ExpiresAt, other.RuleFingerprint)
        && Grounds.SequenceEqual(other.Grounds);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rule, Citizen, Anchor);
}
