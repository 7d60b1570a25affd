namespace IntegrationHub.Storage.Operations;

/// <summary>One source for an overview.</summary>
public sealed record SourceOverview(
    string Source, DateTimeOffset? LastStarted, DateTimeOffset? LastFinished, string? LastResult, string? LastReason, IntakeCounts LastCounts, IntakeCounts AllCounts,
    string? PausedBecause, DateTimeOffset? ResumesAt);
