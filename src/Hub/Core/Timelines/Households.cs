using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>Finds who shares, or shared, a household, from every version of every <see cref="HouseholdChanged"/>.</summary>
public static class Households
{
    /// <summary>Each citizen with the others that some version of a household fact names together with her. Citizens without others are absent.</summary>
    /// <param name="facts">Facts of any contract; only household facts count.</param>
    public static IReadOnlyDictionary<CitizenRef, IReadOnlySet<CitizenRef>> MatesIn(IEnumerable<Fact> facts)
    {
        var mates = new Dictionary<CitizenRef, IReadOnlySet<CitizenRef>>();
        foreach (var household in facts.OfType<HouseholdChanged>())
        {
            var named = household.OtherCitizens().Append(household.Citizen).ToHashSet();
            foreach (var one in named)
            {
                if (!mates.TryGetValue(one, out var known))
                    mates[one] = known = new HashSet<CitizenRef>();
                ((HashSet<CitizenRef>)known).UnionWith(named.Where(other => other != one));
            }
        }

        return mates;
    }
}
