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

    /// <summary>Since when the civil status holds (BurgerlijkeStaat/@DatumBegin); null when unknown or incomplete.</summary>
    public DateOnly? CivilStatusSince { get; init; }

    /// <summary>
    /// The day a legal cohabitation ended other than by marrying (WettelijkeSamenwoning with Beeindiging: @DatumEinde, else Uitspraak/Datum, Kennisgeving/Datum, @DatumBegin; Reden/Code 01 is marrying);
    /// null while it runs, when there was none, or when no complete day is known.
    /// </summary>
    public DateOnly? CohabitationEndedOn { get; init; }

    /// <summary>Since when she is struck off the register by the municipality (Statussen/Status/@DatumBegin of code 99991): she has no address; null when she is not.</summary>
    public DateOnly? StruckOffOn { get; init; }

    /// <summary>Code of the sex (Geslacht/Code): 1 male, 2 female, else as the register gives it.</summary>
    public string? Sex { get; init; }
}
