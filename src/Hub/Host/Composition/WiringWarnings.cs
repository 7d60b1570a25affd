using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Composition;

/// <summary>What would be silent otherwise: facts that are dropped because nobody may see them, and rules that nothing can trigger.</summary>
internal static class WiringWarnings
{
    /// <summary>Stored without an authorisation: it says who a citizen is, and is shown to nobody.</summary>
    private static readonly string IdentityReplaced = FactContract.NameOf<CitizenIdentityReplaced>();

    public static IReadOnlyList<WiringWarning> Of(HubWiring wiring, DateTimeOffset now)
    {
        var warnings = wiring.Sources.All.SelectMany(source => NotStored(source, wiring.Gate, now)).ToList();
        // A source whose plugin is broken may be the one that triggers a rule.
        if (wiring.Sources.Broken.Count == 0 && !wiring.Rules.Rules.Any(rule => wiring.Sources.All.Any(source => Gives(source, rule.When.Contract) && IsStored(source, rule.When.Contract, wiring.Gate, now))))
        {
            var needs = string.Join(", ", wiring.Rules.Rules.Select(rule => $"'{rule.Id}' needs {rule.When.Contract}"));
            warnings.Add(new WiringWarning(null, $"No signal can come of this configuration. Of the rules, {needs}; no source gives one of these and has it named by an authorisation that is valid today."));
        }

        return warnings;
    }

    private static IEnumerable<WiringWarning> NotStored(Source source, LegalGate gate, DateTimeOffset now)
    {
        var contracts = source.Instance.Contracts.Where(contract => contract != IdentityReplaced && !IsStored(source, contract, gate, now)).ToLookup(contract => gate.FieldsEverNamed(source.Id, contract) is not null);
        var gives = source.Instance.GivesAllContracts ? "gives" : "can give";
        if (contracts[false].Any())
            yield return new WiringWarning(source.Id, $"{source.Configuration.Path} ({source.Id}): it {gives} {string.Join(", ", contracts[false])}, which no authorisation of this source names: not stored. If that is not meant so, add it to 'contracts' in authorisations.json.");
        if (contracts[true].Any())
            yield return new WiringWarning(source.Id, $"{source.Configuration.Path} ({source.Id}): it {gives} {string.Join(", ", contracts[true])}, whose authorisation is not valid today: not stored. See 'validFrom' and 'validUntil' in authorisations.json.");
    }

    private static bool Gives(Source source, string contract) => source.Instance.Contracts.Contains(contract);

    private static bool IsStored(Source source, string contract, LegalGate gate, DateTimeOffset now) => gate.FieldsToStore(source.Id, contract, now) is not null;
}
