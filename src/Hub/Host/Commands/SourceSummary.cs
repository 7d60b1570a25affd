using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Commands;

/// <summary>What a pass read from one source.</summary>
internal sealed record SourceSummary(string Source, string Result, string? Reason, IntakeCounts Counts);
