using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Operations;

/// <summary>One source for an overview.</summary>
public sealed record SourceOverview(
    string Source, DateTimeOffset? LastStarted, DateTimeOffset? LastFinished, string? LastResult, string? LastReason, IntakeCounts LastCounts, IntakeCounts AllCounts,
    string? PausedBecause, DateTimeOffset? ResumesAt)
{
    /// <summary>The complete exports that lost too much, of which nothing was withdrawn yet.</summary>
    public IReadOnlyList<SnapshotLoss> Held { get; init; } = [];
}
