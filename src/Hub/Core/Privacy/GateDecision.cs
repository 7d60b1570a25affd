namespace IntegrationHub.Core.Privacy;

/// <summary>What the legal gate decided.</summary>
/// <param name="IsAllowed">Whether the recipient may receive it.</param>
/// <param name="Grounds">When allowed, the authorisations by which it is; when refused, those that name it and do not hold, if any.</param>
/// <param name="Fields">The fields of that source and contract that the recipient may see; empty when refused.</param>
/// <param name="Reason">Why it was refused, one sentence; empty when allowed.</param>
public sealed record GateDecision(bool IsAllowed, IReadOnlyList<Authorisation> Grounds, IReadOnlySet<string> Fields, string Reason)
{
    /// <summary>The numbers of the deliberations or protocols by which it is allowed.</summary>
    public string LegalBasis => IsAllowed ? string.Join(", ", Grounds.Select(one => one.LegalBasis).Distinct()) : "";

    /// <summary>When refused: when a ground begins that would allow it; null when none is to begin.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>Allowed on grounds.</summary>
    public static GateDecision Allow(IReadOnlyList<Authorisation> grounds) => new(true, grounds, grounds.SelectMany(one => one.Fields).ToHashSet(), "");

    /// <summary>Refused with a reason.</summary>
    public static GateDecision Refuse(string reason, IReadOnlyList<Authorisation> lapsed, DateTimeOffset? opensAt = null) => new(false, lapsed, DisclosedFields.None, reason) { OpensAt = opensAt };
}
