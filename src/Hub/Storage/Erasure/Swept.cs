namespace IntegrationHub.Storage.Erasure;

/// <summary>What a look at the next rows found.</summary>
/// <param name="Last">The last of them: the next look goes on after it; null when there were none.</param>
/// <param name="Gone">How many went.</param>
public sealed record Swept(Guid? Last, int Gone);
