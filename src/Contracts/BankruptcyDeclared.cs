namespace IntegrationHub.Contracts;

/// <summary>An enterprise of the citizen, or her employer, was declared bankrupt (MAGDA PubliceerFaillissementsignaal). <see cref="Fact.OccurredAt"/> is DatumRegistratie.</summary>
public sealed record BankruptcyDeclared : Fact
{
    /// <summary>The enterprise (Ondernemingsnummer).</summary>
    public required KboNumber Enterprise { get; init; }

    /// <summary>The source's code for the kind of signal (Soort).</summary>
    public string? Kind { get; init; }
}
