using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Audit;

/// <summary>One thing that was done, for the audit log. Never content, never a name of a citizen: her <see cref="CitizenRef"/>, and the names of fields.</summary>
public sealed record AuditEntry
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done: one of <see cref="AuditKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who did it: one of <see cref="AuditActors"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>Id of the partner that was shown or refused it; empty where nobody was.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>About whom; null for nobody by herself.</summary>
    public CitizenRef? Citizen { get; init; }

    public Guid? SignalId { get; init; }

    public Guid? DeliveryId { get; init; }

    /// <summary>Whose data: ids of sources, separated by commas; empty where there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>Names of the fields shown.</summary>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>For what purpose it was shown.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>On what ground: the number of a deliberation or protocol and the authorisation that names it.</summary>
    public string Ground { get; init; } = "";

    /// <summary>A reason, a status, a number: what else is worth knowing, in a sentence.</summary>
    public string? Detail { get; init; }
}
