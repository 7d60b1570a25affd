using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Tests.Configuration;

public sealed class AConfigurationFolder : IDisposable
{
    private const string Hub = """
        {
          "store": { "path": "data/hub.db" },
          "sources": [ { "id": "ocmw-gent", "adapter": "ocmw", "schedule": "0 0/5 * * * ?", "options": { "folder": "x" } } ],
          "destinations": [ { "id": "inbox", "adapter": "webhook", "options": { "url": "http://127.0.0.1:1/" } } ]
        }
        """;

    private const string Partnerships = """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "inbox" } ] }""";

    private const string Authorisations = """
        {
          "authorisations": [
            {
              "id": "a1", "source": "ocmw-gent", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "employment-ended" ],
              "fields": [ "insz" ], "legalBasis": "B 1", "validFrom": "2026-01-01"
            }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-config-").FullName;

    [Fact]
    public void That_is_right_is_read()
    {
        var (configuration, errors) = Read(Hub, Partnerships, Authorisations);

        errors.ShouldBeEmpty();
        configuration!.Store.Location.ShouldBe(Path.Combine(folder, "data", "hub.db"));
        configuration.Urls.ShouldBe("http://127.0.0.1:8080");
        configuration.Sources.ShouldHaveSingleItem().Options["folder"].ShouldBe("x");
        configuration.Partners.ShouldHaveSingleItem().Destination.ShouldBe("inbox");
        configuration.Authorisations.ShouldHaveSingleItem().LegalBasis.ShouldBe("B 1");
    }

    [Fact]
    public void With_several_mistakes_tells_them_all_with_their_paths()
    {
        var hub = Hub.Replace("\"ocmw-gent\", \"adapter\": \"ocmw\"", "\"OCMW Gent\", \"adapters\": \"ocmw\"").Replace("\"store\": {", "\"store\": { \"kind\": \"oracle\",");
        var partnerships = Partnerships.Replace("44021", "4402").Replace("\"ocmw\"", "\"police\"").Replace("\"destination\": \"inbox\"", "\"destination\": \"outbox\"");
        var authorisations = Authorisations.Replace("proactive-help", "fraud-detection").Replace("employment-ended", "employment-finished").Replace("2026-01-01", "1/1/2026");

        var (configuration, errors) = Read(hub, partnerships, authorisations);

        configuration.ShouldBeNull();
        errors.ShouldBe(
            [
                "hub.json: store.kind: expected one of: sqlite, postgres.",
                "hub.json: sources[0].adapters: is not an option here. Remove it, or use one of: id, adapter, schedule, firstLoad, silence, options.",
                "hub.json: sources[0].id: expected kebab-case: lower-case letters, digits and hyphens, at most 60, such as ocmw-gent.",
                "hub.json: sources[0].adapter: is missing. Expected the id of an installed plugin.",
                "partnerships.json: partners[0].role: expected one of: ocmw, caw, dmw.",
                "partnerships.json: partners[0].destination: 'outbox' is no destination in hub.json.",
                "partnerships.json: partners[0].municipalities[0]: expected a NIS code of 5 digits, such as 44021.",
                "authorisations.json: authorisations[0].source: 'ocmw-gent' is no source in hub.json.",
                "authorisations.json: authorisations[0].purpose: 'fraud-detection' cannot be configured. People and partners entrust these data to the hub to get help and rights; used to look for fraud, to sanction or to enforce, they would keep people away from help. The purposes are a closed list: proactive-help, rights-exploration, continued-support.",
                "authorisations.json: authorisations[0].validFrom: expected a day as 2026-12-31 (the whole day counts, in Belgium), or a time as 2026-12-31T17:00:00+01:00.",
                $"authorisations.json: authorisations[0].contracts[0]: 'employment-finished' is no contract. Known: {string.Join(", ", Contracts.FactContract.Names)}.",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Asks_about_the_first_load_of_a_source_and_five_times_its_usual_day_unless_told_otherwise()
    {
        var usual = Read(Hub, Partnerships, Authorisations).Configuration!;
        (usual.Jump, usual.Sources[0].AsksFirstLoad, usual.Destinations[0].AsksFirstLoad).ShouldBe((5, true, false));

        var told = Hub.Replace("\"store\":", "\"limits\": { \"jump\": 2.5 }, \"store\":").Replace("\"schedule\":", "\"firstLoad\": \"signal\", \"schedule\":");
        (Read(told, Partnerships, Authorisations).Configuration!.Jump, Read(told, Partnerships, Authorisations).Configuration!.Sources[0].AsksFirstLoad).ShouldBe((2.5, false));

        Read(told.Replace("2.5", "0.5").Replace("signal", "never"), Partnerships, Authorisations).Errors.ShouldBe(
            [
                "hub.json: limits.jump: expected a number from 1 to 1000, such as 5, or 0 for no limit.",
                "hub.json: sources[0].firstLoad: expected one of: ask, signal.",
            ],
            ignoreOrder: true);
        Read(Hub.Replace("\"adapter\": \"webhook\"", "\"adapter\": \"webhook\", \"firstLoad\": \"ask\""), Partnerships, Authorisations).Errors.ShouldHaveSingleItem().ShouldStartWith("hub.json: destinations[0].firstLoad: is not an option here.");
    }

    [Fact]
    public void Bundles_what_happens_in_a_household_within_two_weeks_unless_told_otherwise()
    {
        Read(Hub, Partnerships, Authorisations).Configuration!.BundleWithin.ShouldBe(TimeSpan.FromDays(14));
        Read(Hub.Replace("\"store\":", "\"signals\": { \"bundleWithinDays\": 3 }, \"store\":"), Partnerships, Authorisations).Configuration!.BundleWithin.ShouldBe(TimeSpan.FromDays(3));
        Read(Hub.Replace("\"store\":", "\"signals\": { \"bundleWithinDays\": 400 }, \"store\":"), Partnerships, Authorisations).Errors.ShouldHaveSingleItem().ShouldStartWith("hub.json: signals.bundleWithinDays: expected");
    }

    [Fact]
    public void Looks_for_the_moments_of_its_own_rules_and_without_them_for_those_that_come_with_the_hub()
    {
        Read(Hub, Partnerships, Authorisations).Configuration!.Rules.Select(rule => rule.Id).ShouldBe(RuleFolder.Read(RuleFolder.BuiltIn, null).Rules.Select(rule => rule.Id));
        Read(Hub, Partnerships, Authorisations).Configuration!.Rules.Select(rule => rule.Id).ShouldContain("ontslag");

        WriteRule("opname", "hospital-admitted");

        var own = Read(Hub, Partnerships, Authorisations).Configuration!.Rules.ShouldHaveSingleItem();
        (own.Id, own.When.Contract).ShouldBe(("opname", "hospital-admitted"));
    }

    [Fact]
    public void Tells_the_mistakes_of_its_rules_with_all_others()
    {
        WriteRule("opname", "hospital-admited");

        Read(Hub.Replace("\"inbox\"", "\"In box\""), "{", Authorisations).Errors.ShouldContain(
            "rules/opname.yaml(4,15): when.fact: expected the name of a fact, found 'hospital-admited'; did you mean 'hospital-admitted'?");
    }

    [Fact]
    public void Without_authorisations_is_refused() => Read(Hub, Partnerships, null).Errors.ShouldHaveSingleItem().ShouldStartWith("authorisations.json: does not exist");

    [Fact]
    public void That_is_no_JSON_is_told_by_file() => Read("{ \"store\": ", Partnerships, Authorisations).Errors.ShouldContain(error => error.StartsWith("hub.json: is not valid JSON.", StringComparison.Ordinal));

    [Fact]
    public void That_does_not_exist_is_told_by_its_path() =>
        HubConfigurationReader.Read(Path.Combine(folder, "nowhere")).Errors.ShouldHaveSingleItem().ShouldEndWith("hub.json: does not exist. Give the configuration folder with --config.");

    [Fact]
    public void Never_shows_a_secret_that_was_written_where_a_reference_belongs()
    {
        var hub = Hub.Replace("\"store\": { \"path\": \"data/hub.db\" }", "\"store\": { \"kind\": \"postgres\", \"connection\": \"Password=hunter2\" }");

        var errors = Read(hub, Partnerships, Authorisations).Errors;

        errors.ShouldContain("hub.json: store.connection: is not a reference. Write env:NAME or file:PATH; never the secret itself.");
        errors.ShouldContain(error => error.StartsWith("hub.json: keys.pseudonym: is missing.", StringComparison.Ordinal));
        string.Join(' ', errors).ShouldNotContain("hunter2");
    }

    [Fact]
    public void Makes_its_keys_once_and_only_for_its_owner()
    {
        var first = Read(Hub, Partnerships, Authorisations).Configuration!.Keys;
        Directory.Exists(Path.Combine(folder, "data")).ShouldBeFalse("looking at the configuration changes nothing");
        KeyFile.Keep(first);
        var second = Read(Hub, Partnerships, Authorisations).Configuration!.Keys;

        second.Pseudonym.Single().Key.ShouldBe(first.Pseudonym.Single().Key);
        second.SealKeys["s1"].ShouldBe(first.SealKeys["s1"]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(folder, "data", "hub.db.keys")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void WriteRule(string id, string fact)
    {
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        File.WriteAllText(Path.Combine(folder, "rules", $"{id}.yaml"), $"id: {id}\ntitle: {{ nl: a, en: b }}\ntext: {{ nl: a, en: b }}\nwhen: {{ fact: {fact} }}\nrecipients: [ ocmw ]\n");
    }

    private (HubConfiguration? Configuration, IReadOnlyList<string> Errors) Read(string hub, string partnerships, string? authorisations)
    {
        File.WriteAllText(Path.Combine(folder, "hub.json"), hub);
        File.WriteAllText(Path.Combine(folder, "partnerships.json"), partnerships);
        if (authorisations is not null)
            File.WriteAllText(Path.Combine(folder, "authorisations.json"), authorisations);
        return HubConfigurationReader.Read(folder);
    }
}
