namespace IntegrationHub.Contracts;

/// <summary>What the case worker made of a signal.</summary>
public sealed record SignalAnswered
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>What kind of moment it is about, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The partner, by its id in <c>partnerships.json</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary><c>accepted</c>, <c>not-applicable</c>, <c>snoozed</c> or <c>done</c>.</summary>
    public required string Answer { get; init; }

    /// <summary>Code of the reason or outcome; never free text.</summary>
    public string? Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }
}
