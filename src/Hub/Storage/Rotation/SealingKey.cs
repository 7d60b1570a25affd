using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Rotation;

/// <summary>The key that seals in one transaction: what is sealed and the id that is stored beside it always belong together.</summary>
internal readonly record struct SealingKey(Vault Vault, string Id)
{
    public byte[] Seal(ReadOnlySpan<byte> plain) => Vault.Seal(Id, plain);
}
