using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Audit;

/// <summary>Which entries somebody asks for; null for any.</summary>
public sealed record AuditFilter
{
    /// <summary>About whom: any of these references. One person may have several.</summary>
    public IReadOnlyList<CitizenRef>? Citizens { get; init; }

    public string? Recipient { get; init; }

    public string? Kind { get; init; }

    /// <summary>From this time on, UTC.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this time, UTC.</summary>
    public DateTimeOffset? Until { get; init; }
}
