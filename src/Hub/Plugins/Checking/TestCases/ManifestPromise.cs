using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>Holds what a normaliser made against what the manifest says: who installs a plugin decides by that.</summary>
internal static class ManifestPromise
{
    /// <summary>What is made and not named: sentences.</summary>
    public static IEnumerable<string> Broken(AdapterManifest manifest, IEnumerable<NormalisedFact> facts)
    {
        var (contracts, personal) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var fact in facts)
        {
            contracts.Add(FactContract.NameOf(fact.Fact.GetType()));
            personal.Add("insz");
            personal.UnionWith(Categories(fact.Person));
        }

        return contracts.Except(manifest.Contracts).Select(contract => $"{AdapterManifest.FileName}: contracts does not name '{contract}', which is made here. Add it.")
            .Concat(personal.Except(manifest.PersonalData).Select(category => $"{AdapterManifest.FileName}: personalData does not name '{category}', which is passed on here. Add it, or leave it out of the person."));
    }

    private static IEnumerable<string> Categories(PersonDetails? person)
    {
        if ((person?.FamilyName ?? person?.GivenNames) is not null)
            yield return "name";
        if ((person?.Street ?? person?.Locality) is not null)
            yield return "address";
        if ((person?.Telephone ?? person?.Email) is not null)
            yield return "contact";
        if (person?.Remark is not null)
            yield return "remark";
    }
}
