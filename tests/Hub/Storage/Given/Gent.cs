using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Storage.Tests.Given;

/// <summary>The decision as the host makes it: an OCMW and a CAW in Gent, and every fact may go to both.</summary>
public static class Gent
{
    private static readonly string[] Contracts = ["employment-ended", "hospital-discharged", "eviction-claimed", "person-changed", "household-changed"];

    public static IReadOnlyList<Partner> Partners { get; } = [Partner("ocmw-gent", PartnerRole.Ocmw), Partner("caw-ov", PartnerRole.Caw)];

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        Rule("ontslag", "employment-ended", Priority.Normal, PartnerRole.Ocmw, PartnerRole.Caw),
        Rule("uithuiszetting", "eviction-claimed", Priority.Urgent, PartnerRole.Ocmw),
    ];

    public static DetectionDecision Decision { get; } = new(new RuleSet(Rules, Partners), new Router(Partners), new LegalGate(
    [
        new Authorisation(
            "a1", Some.Source, Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent", "caw-ov" }, Contracts.ToHashSet(), DisclosedFields.All, "B 1", new DateOnly(2026, 1, 1), null),
    ]));

    private static Partner Partner(string id, PartnerRole role) => new(id, role, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox-" + id);

    private static Rule Rule(string id, string contract, Priority priority, params PartnerRole[] recipients) => new()
    {
        Id = id,
        Moment = id,
        Title = new Dictionary<string, string> { ["nl"] = id },
        Text = new Dictionary<string, string> { ["nl"] = id },
        When = new Trigger { Contract = contract },
        Recipients = recipients,
        Priority = priority,
    };
}
