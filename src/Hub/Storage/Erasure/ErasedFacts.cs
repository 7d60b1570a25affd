using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Erasure;

/// <summary>What was erased of some citizens.</summary>
/// <param name="Last">The last of them: the next call goes on after her; null when there were none.</param>
/// <param name="Facts">Versions of facts.</param>
public sealed record ErasedFacts(CitizenRef? Last, int Facts);
