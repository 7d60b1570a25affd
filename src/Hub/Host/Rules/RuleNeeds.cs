using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Host.Rules;

/// <summary>What a rule cannot do without.</summary>
internal static class RuleNeeds
{
    private static readonly string Person = FactContract.NameOf<PersonChanged>();
    private static readonly string Household = FactContract.NameOf<HouseholdChanged>();
    private static readonly string OpenFile = FactContract.NameOf<SupportFileOpened>();

    /// <summary>Wire names of the contracts of which it finds nothing when no source supplies them, that of <c>when</c> first.</summary>
    public static IReadOnlyList<string> Of(Rule rule)
    {
        var needs = new List<string> { rule.When.Contract };
        needs.AddRange(rule.And.Select(condition => condition.Contract));
        var who = rule.Who;
        if (rule.TellsOfHousehold)
            needs.Add(Household);
        if (who.AgeFrom is not null || who.AgeUnder is not null || who.MinorChildren is not null || who.Municipalities.Count > 0)
            needs.Add(Person);
        if (who.KnownTo.Values.Any(isKnown => isKnown))
            needs.Add(OpenFile);
        return [.. needs.Distinct(StringComparer.Ordinal)];
    }
}
