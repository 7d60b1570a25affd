namespace IntegrationHub.Core.Signals;

/// <summary>What a case worker reads about a kind of moment, to which roles it goes, and which rights are worth exploring then.</summary>
/// <param name="MomentCode">Kind of moment, kebab-case Dutch code.</param>
/// <param name="Roles">The roles that may be of help.</param>
/// <param name="Title">A few plain words, by language (<c>nl</c>, <c>en</c>).</param>
/// <param name="Text">What happened and what the case worker can do, in plain words (B1), by language.</param>
/// <param name="RightsToExplore">Ids of rights (kebab-case Dutch); never a promise.</param>
public sealed record SignalText(
    string MomentCode,
    IReadOnlyList<PartnerRole> Roles,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, string> Text,
    IReadOnlyList<string> RightsToExplore);
