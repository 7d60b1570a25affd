using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Whom to erase.</summary>
/// <param name="Citizen">Whom; null for somebody of whom there is no fact, but perhaps something in quarantine or in the memory of a source.</param>
/// <param name="Actor">Who asks for it, as the audit log names her.</param>
/// <param name="Because">Why; names nobody.</param>
/// <param name="Quarantined">Numbers of quarantined records that are hers, beside those whose record ids say so.</param>
/// <param name="StateKeys">Hashes of the keys under which sources may remember something of her.</param>
/// <param name="Now">The time.</param>
public sealed record ErasureOrder(CitizenRef? Citizen, string Actor, string Because, IReadOnlyList<long> Quarantined, IReadOnlyList<ReadOnlyMemory<byte>> StateKeys, DateTimeOffset Now);
