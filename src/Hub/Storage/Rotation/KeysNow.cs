namespace IntegrationHub.Storage.Rotation;

/// <summary>The keys of one transaction: while it lasts, no rotation begins.</summary>
internal sealed record KeysNow(SealingKey Seal, CitizenHashing Citizens);
