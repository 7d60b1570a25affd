using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Signals.Bundling;

namespace IntegrationHub.Core.Detection;

/// <summary>What an evaluation starts from.</summary>
/// <param name="Citizens">Whom to evaluate, merged references resolved.</param>
/// <param name="Facts">Every version of every fact by citizen: of those to evaluate and of everyone who shares or shared a household with them. <c>Fact.Citizen</c> is resolved.</param>
/// <param name="Moments">The stored moments of those to evaluate.</param>
public sealed record DetectionInput(
    IReadOnlyList<CitizenRef> Citizens,
    IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> Facts,
    IReadOnlyDictionary<CitizenRef, IReadOnlyList<StoredMoment>> Moments)
{
    /// <summary>The open signals in which one of those to evaluate has a moment that stands.</summary>
    public IReadOnlyList<OpenSignal> Signals { get; init; } = [];

    /// <summary>The loads of the sources of these facts, of which not every moment is simply signalled.</summary>
    public IReadOnlyList<Load> Loads { get; init; } = [];
}
