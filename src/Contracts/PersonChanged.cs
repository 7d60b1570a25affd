namespace IntegrationHub.Contracts;

/// <summary>
/// What a register says of a person now. <see cref="Fact.OccurredAt"/> is the latest change that it dates; 1970-01-01 where it dates none. Never the moment of the reply: the same content is the same fact.
/// Field names follow MAGDA GeefPersoon 02.02 (OSLO Persoon).
/// </summary>
public sealed record PersonChanged : Fact
{
    /// <summary>Date of birth; null when unknown or incomplete (the register knows years without a day).</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>Date of death; null while alive.</summary>
    public DateOnly? DiedOn { get; init; }

    /// <summary>Municipality of the main residence (Hoofdverblijfplaats); null when abroad, unknown or struck off.</summary>
    public NisCode? Municipality { get; init; }

    /// <summary>Code of the civil status (BurgerlijkeStaat/Code), as the register gives it.</summary>
    public string? CivilStatus { get; init; }

    /// <summary>Code of the sex (Geslacht/Code): 1 male, 2 female, else as the register gives it.</summary>
    public string? Sex { get; init; }
}
