using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed partial class AdapterTests
{
    private static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "sample");

    [Fact]
    public void Every_wrong_option_is_reported_at_once_with_what_to_write()
    {
        using var delivery = Delivering.With(("folder", ""), ("files", "in/*.xml"), ("incapacityElement", "ksz:attest"), ("pageSize", "0"), ("settleSeconds", "-1"));

        var failures = Should.Throw<OptionsValidationException>(() => delivery.Services.GetRequiredService<IStartupValidator>().Validate()).Failures.ToList();

        failures.Count.ShouldBe(5);
        foreach (var option in (string[])["folder:", "files:", "incapacityElement:", "pageSize:", "settleSeconds:"])
            failures.ShouldContain(failure => failure.Contains(option, StringComparison.Ordinal), option);
    }

    [Fact]
    public async Task The_sample_gives_what_its_readme_says()
    {
        using var delivery = new Delivering(folder: SampleFolder);

        var records = await delivery.RecordsAsync();
        var read = records.Select(record => (record.Id, record.Version, Facts: delivery.Normaliser.Normalise(record))).ToList();
        var facts = read.SelectMany(record => record.Facts.Facts).ToList();

        records.Count.ShouldBe(15);
        read.Where(record => record.Facts.IsRejected).Select(record => record.Id).ShouldBe(["incapacity:AO-2026-0052"]);
        read.Where(record => record.Id == "incapacity:AO-2026-0040").OrderBy(record => record.Version).Select(record => record.Facts.Facts.Count).ShouldBe([1, 0]);
        facts.ShouldAllBe(fact => fact.Citizen.IsTest);
        facts.Select(fact => fact.Fact).OfType<BenefitEnded>().Select(ended => ended.Reason).Order(StringComparer.Ordinal).ShouldBe(["4", "5", "inkomen-gezin"]);
        facts.Select(fact => fact.Fact).OfType<BenefitSuspended>().Select(suspended => suspended.Reason).ShouldBe(["9"]);
        facts.Select(fact => fact.Fact).OfType<InsuranceMembershipChanged>().Count(membership => membership.Mutuality == "999").ShouldBe(5);
        facts.Select(fact => fact.Fact).OfType<CitizenIdentityReplaced>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_notifications_of_the_readme_are_read()
    {
        using var delivery = new Delivering();
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), TestContext.Current.CancellationToken);
        var identification = $"<ssin>{Xml.Insz}</ssin>{Xml.Identification()}";
        var xml = Comment().Replace(XmlBlock().Match(readme).Groups["xml"].Value, identification).Replace("<period>...</period>", "<period><beginDate>2026-01-01</beginDate><endDate>2026-10-31</endDate></period>", StringComparison.Ordinal);
        delivery.Put("readme.xml", xml);

        (await delivery.NormalisedAsync()).Select(read => string.Join(' ', read.Keys())).ShouldBe(["granted ended invalidity identity", "membership", "granted ended"]);
    }

    [Fact]
    public async Task The_manifest_names_the_entry_type_and_every_contract_that_is_produced()
    {
        using var delivery = new Delivering(folder: SampleFolder);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "adapter.json"), TestContext.Current.CancellationToken));

        var produced = (await delivery.NormalisedAsync()).SelectMany(read => read.Facts).Select(fact => FactContract.NameOf(fact.Fact.GetType())).Distinct().Order(StringComparer.Ordinal);

        manifest.RootElement.GetProperty("entryType").GetString().ShouldBe(typeof(ZiekenfondsAdapter).FullName);
        manifest.RootElement.GetProperty("contracts").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ShouldBe(produced);
    }

    [GeneratedRegex("```xml\n(?<xml>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex XmlBlock();

    [GeneratedRegex("<!-- ssin.*?-->")]
    private static partial Regex Comment();
}
