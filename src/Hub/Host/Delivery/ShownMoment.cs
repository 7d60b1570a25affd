using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Host.Delivery;

/// <summary>A moment that a recipient may see.</summary>
/// <param name="Stored">The moment.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Chosen">The recipient, as it was chosen for this very moment.</param>
/// <param name="Decision">What the gate allows: the fields of the fact that it hangs on, and the grounds of all facts it rests on.</param>
internal sealed record ShownMoment(StoredMoment Stored, Rule Rule, ChosenPartner Chosen, GateDecision Decision)
{
    /// <summary>Whether the recipient has a file open for whom it is about.</summary>
    public bool HelpsAlready => Chosen.Reason == Recipient.KnownCaseWorker;

    /// <summary>Of somebody else than whom the signal is about: the sources that say that they live together, with the ground on which the recipient may know it from each.</summary>
    public IReadOnlyList<(string Source, GateDecision Decision)> Together { get; init; } = [];
}
