namespace IntegrationHub.Contracts;

/// <summary>The last moment of a signal lost its ground: whoever has the signal is told.</summary>
public sealed record SignalWithdrawn
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>What kind of moment its last was, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>When it was withdrawn, UTC.</summary>
    public required DateTimeOffset WithdrawnAt { get; init; }
}
