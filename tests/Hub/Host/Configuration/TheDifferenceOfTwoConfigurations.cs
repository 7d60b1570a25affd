using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Tests.Configuration;

public sealed class TheDifferenceOfTwoConfigurations : IDisposable
{
    private const string Ocmw = """{ "id": "ocmw-gent", "adapter": "ocmw", "schedule": "0 0 3 * * ?", "options": { "folder": "exports", "partner": "ocmw-gent" } }""";
    private const string Own = """{ "id": "own", "adapter": "mapped", "options": { "mapping": "own.yaml" } }""";
    private const string Screen = """{ "id": "screen", "adapter": "console" }""";
    private const string Partner = """{ "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021", "44001" ], "destination": "screen" }""";
    private const string Ground = """
        { "id": "a", "source": "ocmw-gent", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "benefit-granted", "benefit-ended" ], "fields": [ "name" ], "legalBasis": "B", "validFrom": "2026-01-01" }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-difference-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Is_nothing_when_only_the_order_and_the_writing_differ()
    {
        var running = Read();

        var found = Read(
            [Own, """{ "options": { "partner": "ocmw-gent", "Folder": "exports" }, "schedule": "0 0 3 * * ?", "adapter": "ocmw", "id": "ocmw-gent" }"""],
            partner: Partner.Replace("\"44021\", \"44001\"", "\"44001\", \"44021\"", StringComparison.Ordinal));

        var difference = ConfigurationDifference.Between(running, found);
        (difference.Applied.Count, difference.Waiting.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void Names_what_was_added_changed_and_removed_and_never_a_value()
    {
        var found = Read(
            [
                Ocmw.Replace("\"exports\"", "\"elsewhere\", \"settleSeconds\": 5", StringComparison.Ordinal).Replace("0 0 3", "0 0 4", StringComparison.Ordinal),
                Own.Replace("\"own\"", "\"other\"", StringComparison.Ordinal),
            ],
            [Screen.Replace("console", "webhook", StringComparison.Ordinal), Screen.Replace("screen", "second", StringComparison.Ordinal)],
            Partner.Replace(", \"44001\"", "", StringComparison.Ordinal),
            Ground.Replace("\"id\": \"a\"", "\"id\": \"b\"", StringComparison.Ordinal));

        Applied(found).ShouldBe(
        [
            "source ocmw-gent changed: options.folder, options.settleSeconds, schedule",
            "source other added",
            "source own removed",
            "destination screen changed: adapter",
            "destination second added",
            "partner ocmw-gent changed",
            "authorisation b added",
            "authorisation a removed",
        ]);
    }

    [Fact]
    public void Names_the_keys_of_a_rule_that_say_something_else_and_no_comment()
    {
        const string Rule = "id: opname\ntitle: { nl: a, en: b }\ntext: { nl: a, en: b }\nwhen: { fact: hospital-admitted }\nrecipients: [ ocmw ]\n";
        WriteRules(("opname", Rule));
        var running = Read();

        WriteRules(("opname", "# Said more plainly.\n" + Rule.Replace("{ nl: a, en: b }\ntext", "{ en: b, nl: a }\ntext", StringComparison.Ordinal)));
        ConfigurationDifference.Between(running, Read()).Applied.ShouldBeEmpty();

        WriteRules(("opname", Rule.Replace("[ ocmw ]", "[ caw, ocmw ]", StringComparison.Ordinal) + "wait: 3 days\nunless: [ { fact: hospital-discharged, after: 3 days } ]\n"), ("spoed", Rule.Replace("opname", "spoed", StringComparison.Ordinal)));
        ConfigurationDifference.Between(running, Read()).Applied.Select(change => change.ToString()).ShouldBe(["rule opname changed: unless, wait, recipients", "rule spoed added"]);

        WriteRules(("spoed", Rule.Replace("opname", "spoed", StringComparison.Ordinal)));
        ConfigurationDifference.Between(running, Read()).Applied.Select(change => change.ToString()).ShouldBe(["rule spoed added", "rule opname removed"]);
    }

    [Fact]
    public void Sees_a_mapping_file_that_was_written_anew()
    {
        var running = Read();
        var touched = Read();
        File.WriteAllText(Path.Combine(folder, "own.yaml"), "source: 1 # now different");

        ConfigurationDifference.Between(running, touched).Applied.ShouldBeEmpty();
        ConfigurationDifference.Between(running, Read()).Applied.Select(change => change.ToString()).ShouldBe(["source own changed: the file of its mapping"]);
    }

    [Fact]
    public void A_schedule_makes_no_new_instance_and_an_option_does()
    {
        var running = Read().Sources[0];

        ConfigurationDifference.IsSameInstance(running, Read([Ocmw.Replace("0 0 3", "0 0 4", StringComparison.Ordinal)]).Sources[0]).ShouldBeTrue();
        ConfigurationDifference.IsSameInstance(running, Read([Ocmw.Replace("\"schedule\"", "\"firstLoad\": \"signal\", \"schedule\"", StringComparison.Ordinal)]).Sources[0]).ShouldBeFalse();
        ConfigurationDifference.IsSameInstance(running, Read([Ocmw.Replace("exports", "elsewhere", StringComparison.Ordinal)]).Sources[0]).ShouldBeFalse();
        ConfigurationDifference.IsSameInstance(running, Read([Ocmw.Replace("\"adapter\": \"ocmw\"", "\"adapter\": \"own\"", StringComparison.Ordinal)]).Sources[0]).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_change_while_a_hub_runs_waits_and_goes_on_waiting()
    {
        var running = Read();
        var found = Read(settings: """
            "instance": "other", "http": { "urls": "http://127.0.0.1:9999" }, "limits": { "maxRecordBytes": 2048, "jump": 7 }, "store": { "path": "elsewhere.db" }, "bus": { "republishAfterSeconds": 7 },
            """);

        Waiting(running, found).ShouldBe(["instance", "store", "bus", "audit.head", "http.urls", "limits.jump", "limits.maxRecordBytes"]);
        Waiting(ConfigurationDifference.Applicable(running, found), found).ShouldBe(Waiting(running, found));
        Waiting(running, running).ShouldBeEmpty();
    }

    private static IEnumerable<string> Waiting(HubConfiguration running, HubConfiguration found) => ConfigurationDifference.Between(running, found).Waiting.Select(change => change.Id);

    private IEnumerable<string> Applied(HubConfiguration found) => ConfigurationDifference.Between(Read(), found).Applied.Select(change => change.ToString());

    private void WriteRules(params (string Id, string Text)[] rules)
    {
        var written = Directory.CreateDirectory(Path.Combine(folder, "rules"));
        foreach (var former in written.GetFiles())
            former.Delete();
        foreach (var (id, text) in rules)
            File.WriteAllText(Path.Combine(written.FullName, $"{id}.yaml"), text);
    }

    private HubConfiguration Read(string[]? sources = null, string[]? destinations = null, string partner = Partner, string ground = Ground, string settings = "")
    {
        if (!File.Exists(Path.Combine(folder, "own.yaml")))
            File.WriteAllText(Path.Combine(folder, "own.yaml"), "source: 1");
        File.WriteAllText(Path.Combine(folder, "hub.json"), $$"""
            { {{settings}} "sources": [ {{string.Join(',', sources ?? [Ocmw, Own])}} ], "destinations": [ {{string.Join(',', destinations ?? [Screen])}} ] }
            """);
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), $$"""{ "partners": [ {{partner}} ] }""");
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), $$"""{ "authorisations": [ {{ground}} ] }""");
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        KeyFile.Keep(configuration!.Keys);
        return configuration;
    }
}
