using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>
/// What the legal gate asks of each field of each contract. A field that a contract gains is not stored before it stands here: a test holds that every one does.
/// </summary>
public static class ContractFields
{
    private static readonly Dictionary<string, FieldUse> OfEach = new(StringComparer.Ordinal)
    {
        ["citizen"] = FieldUse.Identity, ["source"] = FieldUse.Identity, ["recordId"] = FieldUse.Identity, ["factKey"] = FieldUse.Identity, ["revision"] = FieldUse.Identity,
        ["occurredAt"] = FieldUse.Identity, ["knownAt"] = FieldUse.Identity, ["confirmedAt"] = FieldUse.Identity,
    };

    private static readonly Dictionary<string, string[]> Coded = new(StringComparer.Ordinal)
    {
        ["bankruptcy-declared"] = ["enterprise", "kind"],
        ["benefit-ended"] = ["benefit", "right", "endedOn", "reason"],
        ["benefit-granted"] = ["benefit", "right", "until", "category"],
        ["benefit-suspended"] = ["benefit", "right", "until", "reason"],
        ["circumstance-reported"] = ["code", "attributes"],
        ["citizen-identity-replaced"] = [],
        ["employment-ended"] = ["employment", "endedOn", "employer", "workerKind"],
        ["employment-started"] = ["employment", "startedOn", "employer", "workerKind"],
        ["eviction-claimed"] = ["hearingOn"],
        ["fact-withdrawn"] = ["contract"],
        ["hospital-admitted"] = ["stay", "encounterClass", "hospital"],
        ["hospital-discharged"] = ["stay", "encounterClass", "disposition", "dispositionCode", "hospital"],
        ["household-changed"] = ["members"],
        ["insurance-membership-changed"] = ["mutuality", "increasedAllowance", "until"],
        ["person-changed"] = ["bornOn", "diedOn", "civilStatus", "civilStatusSince", "cohabitationEndedOn", "struckOffOn", "sex"],
        ["support-file-closed"] = ["file", "partner", "closedOn", "reason"],
        ["support-file-opened"] = ["file", "partner", "worker", "themes"],
    };

    /// <summary>What a field is to the gate; null where it has no rule yet.</summary>
    /// <param name="contract">Wire name of the contract.</param>
    /// <param name="field">JSON name of the field.</param>
    public static FieldUse? UseOf(string contract, string field) =>
        OfEach.TryGetValue(field, out var use) ? use
        : (contract, field) is ("person-changed" or "eviction-claimed", "municipality") ? FieldUse.Named
        : Coded.GetValueOrDefault(contract)?.Contains(field) == true ? FieldUse.Contract
        : null;

    /// <summary>A fact without what may be stored only where a ground names the field, and none does.</summary>
    public static Fact Minimised(Fact fact, IReadOnlySet<string> fields) => fields.Contains(DisclosedFields.Municipality) ? fact : fact switch
    {
        PersonChanged { Municipality: not null } person => person with { Municipality = null },
        EvictionClaimed { Municipality: not null } claim => claim with { Municipality = null },
        _ => fact,
    };
}
