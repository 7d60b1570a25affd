using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>A signal as one recipient looks at it.</summary>
/// <param name="delivery">The delivery.</param>
/// <param name="moments">The moments that it may see; none of a withdrawal.</param>
/// <param name="withheld">Those that it was chosen for and may not see.</param>
/// <param name="rule">The rule of the first moment of a withdrawal; null when it is no longer configured.</param>
/// <param name="gate">The legal gate.</param>
/// <param name="now">The moment of disclosure.</param>
internal sealed class SignalView(DueDelivery delivery, IReadOnlyList<ShownMoment> moments, IReadOnlyList<WithheldMoment> withheld, Rule? rule, LegalGate gate, DateTimeOffset now)
{
    public DueDelivery Delivery => delivery;

    public IReadOnlyList<ShownMoment> Moments => moments;

    public IReadOnlyList<WithheldMoment> Withheld => withheld;

    /// <summary>The moment that the signal is about first.</summary>
    public Moment Lead { get; } = moments.Count > 0 ? moments[0].Stored.Moment : delivery.Moment;

    /// <summary>Whom the signal is about.</summary>
    public CitizenRef Citizen => Lead.Citizen;

    /// <summary>The known case worker's code; null when nobody is known.</summary>
    public string? Worker => moments.Count > 0 ? moments[0].Chosen.Worker : delivery.Worker;

    /// <summary>What may be seen of the first moment.</summary>
    public GateDecision LeadDecision => field ??= moments.Count > 0 ? moments[0].Decision : new MomentGate(gate).Decide(Lead, rule, delivery.Recipient, delivery.Reason == Recipient.KnownCaseWorker, now);

    /// <summary>Whether anything may be seen of a fact about her.</summary>
    public bool MayOpen(Fact fact) => Decide(fact).Fields.Count > 0;

    /// <summary>Facts of which this recipient may see something: the anchoring one first, then what a register says of the person, then what the hub learnt last.</summary>
    public IReadOnlyList<VisibleFact> Visible(IReadOnlyList<OpenedFact> facts) => facts
        .Select(opened => (opened.Fact, opened.Person, Decision: Decide(opened.Fact)))
        .Where(fact => fact.Decision.Fields.Count > 0)
        .Select(fact => new VisibleFact(fact.Fact, SealedPerson.Read(fact.Person), fact.Decision.Fields, fact.Decision.Grounds))
        .OrderByDescending(fact => new FactIdentity(fact.Fact.Source, fact.Fact.RecordId, fact.Fact.FactKey).Equals(Lead.Anchor))
        .ThenByDescending(fact => fact.Fact is PersonChanged)
        .ThenByDescending(fact => fact.Fact.KnownAt)
        .ToList();

    private GateDecision Decide(Fact fact) =>
        gate.Decide(fact.Source, FactContract.NameOf(fact.GetType()), delivery.Recipient, moments.Count > 0 ? moments[0].HelpsAlready : delivery.Reason == Recipient.KnownCaseWorker, now);
}
