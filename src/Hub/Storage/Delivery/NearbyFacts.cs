using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What is known of a citizen and of everyone near her, nothing of it opened.</summary>
/// <param name="Citizen">The citizen, whom she was merged into resolved.</param>
/// <param name="Facts">Every version of every fact by citizen, as a <see cref="Core.Timelines.Neighbourhood"/> takes them.</param>
public sealed record NearbyFacts(CitizenRef Citizen, IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> Facts);
