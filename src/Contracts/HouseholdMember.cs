namespace IntegrationHub.Contracts;

/// <summary>One member of a household.</summary>
public sealed record HouseholdMember
{
    /// <summary>The member; the normaliser leaves it empty and the intake fills it.</summary>
    public CitizenRef Citizen { get; init; }

    /// <summary>Code of the relation to the reference person (Gezinslid/Positie/Code of MAGDA: 01 is the reference person).</summary>
    public string? Position { get; init; }

    /// <summary>Since when; null when the register does not say.</summary>
    public DateOnly? Since { get; init; }
}
