namespace IntegrationHub.Core.Privacy;

/// <summary>What the legal gate decided.</summary>
/// <param name="IsAllowed">Whether the recipient may receive the signal.</param>
/// <param name="LegalBasis">The ground, when allowed.</param>
/// <param name="Fields">The fields of that source and contract that the recipient may see; empty when refused.</param>
/// <param name="Reason">Why it was refused, one sentence; empty when allowed.</param>
public sealed record GateDecision(bool IsAllowed, string LegalBasis, IReadOnlySet<string> Fields, string Reason)
{
    /// <summary>Allowed on a ground.</summary>
    public static GateDecision Allow(string legalBasis, IReadOnlySet<string> fields) => new(true, legalBasis, fields, "");

    /// <summary>Refused with a reason.</summary>
    public static GateDecision Refuse(string reason) => new(false, "", new HashSet<string>(), reason);
}
