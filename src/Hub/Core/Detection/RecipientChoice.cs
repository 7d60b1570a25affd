using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Detection;

/// <summary>Whom a moment goes to.</summary>
/// <param name="Chosen">The partners that were chosen and are allowed.</param>
/// <param name="Refusals">The others, and why; or why nobody could be chosen.</param>
internal sealed record RecipientChoice(IReadOnlyList<ChosenPartner> Chosen, IReadOnlyList<SignalRefusal> Refusals)
{
    /// <summary>Where the gate refused everybody: when a ground begins by which somebody is allowed; null when none is to begin.</summary>
    public DateTimeOffset? OpensAt { get; init; }
}
