namespace IntegrationHub.Contracts;

/// <summary>
/// Who lives with <see cref="Fact.Citizen"/> as the register says now (MAGDA GeefGezinssamenstelling 02.02). Everyone it names, before and after, is evaluated anew.
/// </summary>
public sealed record HouseholdChanged : Fact
{
    /// <summary>The members as registered, <see cref="Fact.Citizen"/> included where the register lists her.</summary>
    public required IReadOnlyList<HouseholdMember> Members { get; init; }

    /// <inheritdoc/>
    public override Fact WithCitizens(CitizenRef citizen, IReadOnlyList<CitizenRef> others) => this with
    {
        Citizen = citizen,
        Members = [.. Members.Select((member, i) => member with { Citizen = others[i] })],
    };

    /// <inheritdoc/>
    public override IReadOnlyList<CitizenRef> OtherCitizens() => [.. Members.Select(member => member.Citizen)];
}
