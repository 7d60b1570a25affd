using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules.Fields;

namespace IntegrationHub.Core.Timelines;

/// <summary>Circumstances under which nobody may learn anything of a citizen by way of those she lived with.</summary>
internal static class SafetyFlags
{
    /// <summary>She stays at a shelter address.</summary>
    public const string ShelterAddress = "opvangadres";

    /// <summary>Somebody is a danger to her.</summary>
    public const string SafetyRisk = "veiligheidsrisico";

    public static bool IsOne(CircumstanceReported circumstance) => circumstance.Code is ShelterAddress or SafetyRisk;

    public static bool RunsAt(CircumstanceReported flag, DateTimeOffset at) => flag.OccurredAt <= at && !(EndOf(flag) <= at);

    /// <summary>The end of the last day that attribute <c>until</c> names; null when it names none, or 9999-12-31: what cannot be read protects.</summary>
    public static DateTimeOffset? EndOf(CircumstanceReported flag) =>
        FactField.AsDay(flag.Attributes.GetValueOrDefault("until")) is { } until ? BelgianTime.EndOf(until) : null;
}
