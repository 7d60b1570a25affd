using System.Text.Json.Serialization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Rules;

/// <summary>What must hold of the person and her household on the day of the event (<c>who</c>). What is not known does not hold. Who is known to have died has no moments of her own.</summary>
public sealed record PersonCondition
{
    /// <summary>No condition.</summary>
    public static PersonCondition Anyone { get; } = new();

    /// <summary>Least age in full years; null for none.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>She must be younger than this; null for none.</summary>
    public int? AgeUnder { get; init; }

    /// <summary>Whether she must live alone (true), must not (false), or it does not matter (null).</summary>
    public bool? LivesAlone { get; init; }

    /// <summary>Whether somebody under 18 must live with her; null: does not matter.</summary>
    public bool? MinorChildren { get; init; }

    /// <summary>Whether it asks with whom she lives.</summary>
    [JsonIgnore]
    public bool AsksForHousehold => LivesAlone is not null || MinorChildren is not null;

    /// <summary>The municipalities of which one must be hers; empty for any.</summary>
    public IReadOnlyList<NisCode> Municipalities { get; init; } = [];

    /// <summary>For a role: whether a partner of that role must have a file open for her now (true) or must not (false).</summary>
    public IReadOnlyDictionary<PartnerRole, bool> KnownTo { get; init; } = new Dictionary<PartnerRole, bool>();
}
