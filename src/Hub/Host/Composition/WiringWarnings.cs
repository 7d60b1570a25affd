using IntegrationHub.Contracts;
using IntegrationHub.Core.Objections;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Composition;

/// <summary>What would be silent otherwise: facts that are dropped because nobody may see them, and rules that nothing can trigger.</summary>
internal static class WiringWarnings
{
    /// <summary>Stored without an authorisation: it says who a citizen is, and is shown to nobody.</summary>
    private static readonly string IdentityReplaced = FactContract.NameOf<CitizenIdentityReplaced>();

    private static readonly string Circumstance = FactContract.NameOf<CircumstanceReported>();

    public static IReadOnlyList<WiringWarning> Of(HubWiring wiring, DateTimeOffset now)
    {
        var warnings = wiring.Sources.All.SelectMany(source => NotStored(source, wiring.Gate, now)).ToList();
        // A source whose plugin is broken may be the one that triggers a rule.
        if (wiring.Sources.Broken.Count == 0 && Idle(wiring, now).Count == wiring.Configuration.Rules.Count)
        {
            var needs = string.Join(", ", wiring.Configuration.Rules.Select(rule => rule.When.Contract).Distinct().Order(StringComparer.Ordinal));
            warnings.Add(new WiringWarning(null, $"No signal can come of this configuration. Its rules look for {needs}; no source gives one of these, with what else its rule needs, and has it named by an authorisation that is valid today."));
        }

        return warnings;
    }

    /// <summary>The rules that find nothing for want of a source, one a line with what it lacks; null when every rule can find something, or none can and <see cref="Of"/> says so.</summary>
    public static string? IdleRules(HubWiring wiring, DateTimeOffset now)
    {
        var idle = Idle(wiring, now);
        return wiring.Sources.Broken.Count > 0 || idle.Count == 0 || idle.Count == wiring.Configuration.Rules.Count
            ? null
            : $"{Number.Of(idle.Count, "rule")} of {wiring.Configuration.Rules.Count} can find nothing here, since no source supplies what it needs:{string.Concat(idle.Select(one => $"{Environment.NewLine}  {one.Rule}: {string.Join(", ", one.Lacks)}"))}";
    }

    private static List<(string Rule, IReadOnlyList<string> Lacks)> Idle(HubWiring wiring, DateTimeOffset now) =>
    [
        .. wiring.Configuration.Rules
            .Select(rule => (rule.Id, Lacks: (IReadOnlyList<string>)[.. RuleNeeds.Of(rule).Where(contract => !wiring.Sources.All.Any(source => Gives(source, contract) && IsStored(source, contract, wiring.Gate, now)))]))
            .Where(rule => rule.Lacks.Count > 0),
    ];

    private static IEnumerable<WiringWarning> NotStored(Source source, LegalGate gate, DateTimeOffset now)
    {
        var contracts = source.Instance.Contracts.Where(contract => contract != IdentityReplaced && !IsStored(source, contract, gate, now)).ToLookup(contract => gate.Authorisations.Any(one => one.Source == source.Id && one.Contracts.Contains(contract)));
        var gives = source.Instance.GivesAllContracts ? "gives" : "can give";
        if (contracts[false].Any())
            yield return new WiringWarning(source.Id, $"{source.Configuration.Path} ({source.Id}): it {gives} {string.Join(", ", contracts[false])}, which no authorisation of this source names: not stored{Objections(contracts[false])}. If that is not meant so, add it to 'contracts' in authorisations.json.");
        if (contracts[true].Any())
            yield return new WiringWarning(source.Id, $"{source.Configuration.Path} ({source.Id}): it {gives} {string.Join(", ", contracts[true])}, whose authorisation is not valid today: not stored. See 'validFrom' and 'validUntil' in authorisations.json.");
    }

    private static string Objections(IEnumerable<string> contracts) => contracts.Contains(Circumstance) ? $" ({ObjectionCodes.Refusal} and {ObjectionCodes.Dispute} are, always)" : "";

    private static bool Gives(Source source, string contract) => source.Instance.Contracts.Contains(contract);

    private static bool IsStored(Source source, string contract, LegalGate gate, DateTimeOffset now) => gate.FieldsToStore(source.Id, contract, now) is not null;
}
