using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A fact and what is sealed beside it.</summary>
internal sealed record SealedRow(Fact Fact, byte[]? Sealed, string? KeyId);
