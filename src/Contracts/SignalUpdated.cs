namespace IntegrationHub.Contracts;

/// <summary>A signal that was issued says something else by now: it gained a moment, lost one of several, or a fact was corrected. Who has it is told.</summary>
public sealed record SignalUpdated
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>The moments it is about now.</summary>
    public required IReadOnlyList<Guid> Moments { get; init; }

    /// <summary>What kind of moment the first of them is, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life the first of them is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The partners to whom it goes now, anew or for the first time, by their ids in <c>partnerships.json</c>.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
