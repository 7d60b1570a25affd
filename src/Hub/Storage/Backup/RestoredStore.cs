namespace IntegrationHub.Storage.Backup;

/// <summary>What a restore made of an empty store.</summary>
/// <param name="MadeAt">When the backup began: what came later is not in it.</param>
/// <param name="Batches">How many batches are published again, because nothing says that they were processed.</param>
/// <param name="Deliveries">How many deliveries are pending: they go out, whether they went out after the backup or not.</param>
/// <param name="Sources">How far each source is known.</param>
public sealed record RestoredStore(DateTimeOffset MadeAt, long Batches, long Deliveries, IReadOnlyList<RestoredSource> Sources);
