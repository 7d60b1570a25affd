using IntegrationHub.Contracts;
using IntegrationHub.Core.Objections;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Composition;

/// <summary>What would be silent otherwise: facts that are dropped because nobody may see them, rules that nothing can trigger, and partners that are refused what a rule finds for want of one ground.</summary>
internal static class WiringWarnings
{
    /// <summary>Stored without an authorisation: it says who a citizen is, and is shown to nobody.</summary>
    private static readonly string IdentityReplaced = FactContract.NameOf<CitizenIdentityReplaced>();

    private static readonly string Household = FactContract.NameOf<HouseholdChanged>();

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

        warnings.AddRange(WithoutHousehold(wiring, now));
        return warnings;
    }

    /// <summary>Of each rule whose moments tell who lives together, the partners that are refused them for that alone: they may see all else that it rests on.</summary>
    public static IEnumerable<WiringWarning> WithoutHousehold(HubWiring wiring, DateTimeOffset now)
    {
        var idle = Idle(wiring, now).Select(one => one.Rule).ToHashSet();
        foreach (var rule in wiring.Configuration.Rules.Where(rule => rule.TellsOfHousehold && !idle.Contains(rule.Id)))
        {
            var isAboutHerself = rule.IsAboutHerself && rule.And.All(condition => condition.Of == Whose.Citizen);
            var refused = wiring.Configuration.Partners.Where(partner => rule.Recipients.Contains(partner.Role)
                && MaySee(wiring, rule.When.Contract, partner, rule.IsAboutHerself, now)
                && rule.And.All(condition => MaySee(wiring, condition.Contract, partner, condition.Of == Whose.Citizen, now))
                && !MaySee(wiring, Household, partner, isAboutHerself, now)).ToList();
            if (refused.Count > 0)
                yield return new WiringWarning(null, $"The rule {rule.Id} tells who lives together, and no authorisation that is valid today lets {string.Join(", ", refused.Select(partner => partner.Id))} know that ({Household}): what it finds is refused to them. If that is not meant so, add the contract to 'contracts' in authorisations.json.");
        }
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

    /// <summary>Whether a partner may see such facts of some source that gives them, or that may: its plugin is broken.</summary>
    private static bool MaySee(HubWiring wiring, string contract, Partner partner, bool isAboutHerself, DateTimeOffset now) =>
        wiring.Sources.All.Where(source => Gives(source, contract)).Select(source => source.Id).Concat(wiring.Sources.Broken.Keys)
            .Any(source => wiring.Gate.Decide(source, contract, partner.Id, helpsAlready: isAboutHerself, now).IsAllowed);

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
