using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Audit;

/// <summary>Which entries somebody asks for; null for any.</summary>
public sealed record AuditFilter
{
    public CitizenRef? Citizen { get; init; }

    public string? Recipient { get; init; }

    public string? Kind { get; init; }

    /// <summary>From this time on, UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this time, UTC.</summary>
    public DateTimeOffset? Until { get; init; }
}
