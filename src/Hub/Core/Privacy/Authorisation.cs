namespace IntegrationHub.Core.Privacy;

/// <summary>
/// One ground on which facts of a source may be shown to a recipient for a purpose. What no valid authorisation names does not flow: default deny.
/// </summary>
/// <param name="Id">Its id in <c>authorisations.json</c>.</param>
/// <param name="Source">Id of the source whose facts it covers.</param>
/// <param name="Purpose">The purpose of use.</param>
/// <param name="Recipients">Partners (by id) that may receive.</param>
/// <param name="Contracts">Wire names of the contracts it covers.</param>
/// <param name="Fields">Names of the fields the recipient may see, out of <see cref="DisclosedFields.All"/>.</param>
/// <param name="LegalBasis">Number of the deliberation, authorisation or protocol.</param>
/// <param name="ValidFrom">First day, Europe/Brussels.</param>
/// <param name="ValidUntil">Last day, Europe/Brussels; null when it has no end.</param>
public sealed record Authorisation(
    string Id,
    string Source,
    Purpose Purpose,
    IReadOnlySet<string> Recipients,
    IReadOnlySet<string> Contracts,
    IReadOnlySet<string> Fields,
    string LegalBasis,
    DateOnly ValidFrom,
    DateOnly? ValidUntil)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);
}
