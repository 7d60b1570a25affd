using IntegrationHub.Contracts;

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
    /// <summary>Where it begins within its first day: the first instant at which it holds; null for the start of that day.</summary>
    public DateTimeOffset? FromTime { get; init; }

    /// <summary>Where it ends within its last day: the first instant at which it holds no more; null for the end of that day.</summary>
    public DateTimeOffset? UntilTime { get; init; }

    /// <summary>The first instant at which it holds.</summary>
    public DateTimeOffset BeginsAt => FromTime ?? BelgianTime.StartOf(ValidFrom);

    /// <summary>The first instant at which it holds no more; null when it has no end.</summary>
    public DateTimeOffset? EndsAt => UntilTime ?? (ValidUntil is { } last ? BelgianTime.EndOf(last) : null);

    /// <summary>As the audit log and explanations name it: the number and the id.</summary>
    public string Ground => $"{LegalBasis} ({Id})";

    /// <summary>Whether it holds at an instant.</summary>
    public bool IsValidAt(DateTimeOffset now) => BeginsAt <= now && !(EndsAt <= now);

    /// <summary>Whether it lets this recipient see something of this contract of this source, while it holds.</summary>
    public bool Names(string source, string contract, string recipient) => Source == source && Contracts.Contains(contract) && Recipients.Contains(recipient);
}
