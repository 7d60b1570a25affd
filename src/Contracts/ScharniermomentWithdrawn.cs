namespace IntegrationHub.Contracts;

/// <summary>A moment lost its ground: a fact was corrected or withdrawn.</summary>
public sealed record ScharniermomentWithdrawn
{
    /// <summary>Id of the moment.</summary>
    public required Guid Moment { get; init; }

    /// <summary>What kind of moment, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }
}
