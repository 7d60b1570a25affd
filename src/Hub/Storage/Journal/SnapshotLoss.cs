namespace IntegrationHub.Storage.Journal;

/// <summary>What a complete export no longer holds of what those before it brought.</summary>
/// <param name="Scope">What the export is complete for.</param>
/// <param name="Gone">How many records it does not hold.</param>
/// <param name="Known">Of how many: these and those that it holds.</param>
/// <param name="IsHeld">True when this was more than is taken for granted: nothing was withdrawn, until a person confirms it.</param>
public sealed record SnapshotLoss(string Scope, long Gone, long Known, bool IsHeld);
