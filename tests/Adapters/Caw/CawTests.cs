using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Mapped;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Caw.Tests;

public sealed partial class CawTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_gives_what_its_readme_says()
    {
        var read = await ReadAsync(Path.Combine(AppContext.BaseDirectory, "sample"));
        var facts = read.SelectMany(record => record.Result.Facts).ToList();

        read.Where(record => record.Result.IsRejected).Select(record => record.Id).ShouldBe(["registraties:R2026-0211"]);
        facts.ShouldAllBe(fact => fact.Citizen.IsTest);
        facts.Select(fact => fact.Fact).OfType<SupportFileOpened>().Count().ShouldBe(4);
        var ofText = facts.Single(fact => fact.Fact is SupportFileOpened { File: "R2026-0203" });
        (string.Join(',', ((SupportFileOpened)ofText.Fact).Themes), ofText.Person!.Remark).ShouldBe(("werk", "psychisch welzijn"));
        var closed = facts.Select(fact => fact.Fact).OfType<SupportFileClosed>().ShouldHaveSingleItem();
        (closed.File, closed.Partner, closed.Reason).ShouldBe(("R2026-0191", "caw-oost-vlaanderen", "afgerond"));
    }

    [Fact]
    public async Task The_registration_of_the_readme_is_read()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md"), Token);
        var line = Registration().Match(readme).Groups["json"].Value.ReplaceLineEndings(" ");
        var folder = Directory.CreateTempSubdirectory("caw-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "registraties.jsonl"), line, Token);

        var result = (await ReadAsync(folder.FullName)).ShouldHaveSingleItem().Result;
        folder.Delete(recursive: true);

        result.Rejections.ShouldBeEmpty();
        result.Facts.Select(fact => fact.Key).ShouldBe(["opened", "person"]);
        result.Facts[0].Fact.ShouldBeOfType<SupportFileOpened>().Worker.ShouldBe("hv-204");
        result.Facts[0].Person!.Locality.ShouldBe("9000 Gent");
    }

    [Fact]
    public void A_registration_means_the_same_from_a_folder_and_over_http()
    {
        var folder = Records("source.yaml").Where(line => !line.TrimStart().StartsWith("files:", StringComparison.Ordinal));

        Records("http.yaml").ShouldBe(folder);
    }

    private static IEnumerable<string> Records(string file) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, file)).SkipWhile(line => line != "records:");

    private static async Task<List<(string Id, Normalised Result)>> ReadAsync(string folder)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new InstanceContext("caw-oost-vlaanderen", AppContext.BaseDirectory, 1_000_000));
        var options = new Dictionary<string, string?> { ["mapping"] = "source.yaml", ["folder"] = folder, ["partner"] = "caw-oost-vlaanderen", ["settleSeconds"] = "0" };
        new MappedAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection(options).Build());
        await using var provider = services.BuildServiceProvider();
        var normaliser = provider.GetRequiredService<IRecordNormaliser>();
        var read = new List<(string, Normalised)>();
        await foreach (var page in provider.GetRequiredService<IPullSource>().PullAsync(null, Token))
            read.AddRange(page.Records.Select(record => (record.Id, normaliser.Normalise(record))));
        return read;
    }

    [GeneratedRegex("```json\n(?<json>{\\s*\"registratie\".*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Registration();
}
