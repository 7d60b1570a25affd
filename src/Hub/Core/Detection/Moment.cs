using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Detection;

/// <summary>A hinge moment that a rule found on a timeline. Its key is (<see cref="Rule"/>, <see cref="Citizen"/>, <see cref="Anchor"/>).</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Code">Kind of moment, kebab-case Dutch code.</param>
/// <param name="Citizen">Whose life it is.</param>
/// <param name="Anchor">The fact it hangs on, whatever its version.</param>
/// <param name="AnchorContract">Wire name of that fact's contract.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="KnownAt">When the hub knew the fact, UTC.</param>
public sealed record Moment(
    string Rule, string Code, CitizenRef Citizen, FactIdentity Anchor, string AnchorContract, DateTimeOffset OccurredAt, DateTimeOffset KnownAt)
{
    /// <summary>The moment of a rule that hangs on a fact.</summary>
    public static Moment On(Fact anchor, IRule rule) => new(
        rule.Id,
        rule.MomentCode,
        anchor.Citizen,
        new FactIdentity(anchor.Source, anchor.RecordId, anchor.FactKey),
        FactContract.NameOf(anchor.GetType()),
        anchor.OccurredAt,
        anchor.KnownAt);
}
