using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Objections;

/// <summary>One refusal or dispute that holds.</summary>
/// <param name="Fact">The circumstance that tells it.</param>
/// <param name="KnownAt">When the hub first knew that she objects to this: what a source says after that is an answer.</param>
public sealed record Objection(CircumstanceReported Fact, DateTimeOffset KnownAt)
{
    /// <summary>What becomes of a moment that it is raised against.</summary>
    public MomentOutcome Outcome => Fact.Code == ObjectionCodes.Refusal ? MomentOutcome.Silenced : MomentOutcome.Disputed;

    /// <summary>The end of its last day; null when it names none, or none that can be read.</summary>
    public DateTimeOffset? Until => FactField.AsDay(Named(ObjectionCodes.Until)) is { } until ? BelgianTime.EndOf(until) : null;

    /// <summary>Whether it runs at a time.</summary>
    public bool RunsAt(DateTimeOffset at) => Fact.OccurredAt <= at && !(Until <= at);

    /// <summary>When time alone changes whether it runs; null when it does not.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => Fact.OccurredAt > now ? Fact.OccurredAt : Until > now ? Until : null;

    /// <summary>Whether a refusal is of a kind of moment.</summary>
    public bool IsOf(string moment) => Named(ObjectionCodes.Moment) is not { } named || named == ObjectionCodes.Everything || named == moment;

    /// <summary>Whether a dispute is about a fact of this contract and record.</summary>
    public bool IsAbout(string contract, string source, string recordId) => IsOpen(ObjectionCodes.Contract, contract) && IsOpen(ObjectionCodes.Source, source) && IsOpen(ObjectionCodes.RecordId, recordId);

    private bool IsOpen(string attribute, string value) => Named(attribute) is not { } named || named == value;

    private string? Named(string attribute) => Fact.Attributes.GetValueOrDefault(attribute) is { Length: > 0 } value ? value : null;
}
