using System.Text.Json;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class Setup
{
    [Fact]
    public async Task Every_wrong_option_is_named_at_once()
    {
        await using var rig = new Rig();
        rig.Options["identificatie"] = null;
        rig.Options["hoedanigheid"] = "";
        rig.Options["url"] = "ftp://magda";
        rig.Options["endpoints:GeefFoto"] = "http://x";
        rig.Options["citizens"] = "everyone";
        rig.Options["pageSize"] = "0";
        rig.Options["registreerInschrijvingVersion"] = "03.00";
        var failures = Should.Throw<OptionsValidationException>(() => rig.Services.GetRequiredService<MagdaOptions>()).Failures.ToList();
        string[] options = ["identificatie:", "hoedanigheid:", "url:", "endpoints:", "citizens:", "pageSize:", "registreerInschrijvingVersion:"];
        foreach (var option in options)
            failures.ShouldContain(failure => failure.Contains(option), option);
        failures.Count.ShouldBe(options.Length);
    }

    [Fact]
    public async Task An_endpoint_of_its_own_for_each_service_needs_no_url()
    {
        await using var rig = new Rig();
        foreach (var service in MagdaService.All)
            rig.Options["endpoints:" + service.Name] = "https://magda.example/" + service.Name;
        rig.Services.GetRequiredService<MagdaOptions>().EndpointOf("GeefPersoon").ShouldBe(new Uri("https://magda.example/GeefPersoon"));
    }

    [Fact]
    public async Task Nobody_at_the_url_is_a_result_and_no_exception()
    {
        await using var rig = new Rig();
        rig.Options["url"] = "http://127.0.0.1:1/magda";
        var result = await rig.Services.GetRequiredService<IConnectionCheck>().CheckAsync(TestContext.Current.CancellationToken);
        result.IsReachable.ShouldBeFalse();
        result.Detail.ShouldContain("http://127.0.0.1:1/magda");
    }

    [Fact]
    public async Task A_list_that_is_not_there_is_final()
    {
        await using var rig = new Rig();
        rig.Options["url"] = "http://127.0.0.1:1/";
        rig.Options["citizens"] = "file:nowhere/citizens.txt";
        (await Should.ThrowAsync<PermanentFailureException>(() => rig.RunAsync())).Message.ShouldContain("one INSZ a line");
    }

    [Fact]
    public void The_manifest_names_the_entry_type_and_the_contracts()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Adapter, "adapter.json")));
        manifest.RootElement.GetProperty("entryType").GetString().ShouldBe(typeof(MagdaAdapter).FullName);
        manifest.RootElement.GetProperty("contracts").EnumerateArray().Select(one => one.GetString()).ShouldBe(
        [
            FactContract.NameOf<BankruptcyDeclared>(), FactContract.NameOf<BenefitEnded>(), FactContract.NameOf<BenefitGranted>(), FactContract.NameOf<BenefitSuspended>(), FactContract.NameOf<CitizenIdentityReplaced>(),
            FactContract.NameOf<EmploymentEnded>(), FactContract.NameOf<EmploymentStarted>(),
            FactContract.NameOf<HouseholdChanged>(), FactContract.NameOf<PersonChanged>(),
        ]);
    }

    [Fact]
    public void The_readme_shows_every_option_with_its_default_and_every_code_with_its_meaning()
    {
        var readme = File.ReadAllText(Path.Combine(Folders.Adapter, "README.md"));
        foreach (var property in typeof(MagdaOptions).GetProperties())
            readme.ShouldContain($"| `{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}` |");
        foreach (var (code, meaning) in MagdaCodes.Table)
            readme.Split('\n').ShouldContain(line => line.StartsWith($"| {meaning} |") && line.Contains(code), $"{code} {meaning}");
    }

    [Fact]
    public async Task The_sample_shows_what_it_promises()
    {
        await using var rig = new Rig();
        rig.Options["citizens"] = "file:" + Path.Combine(Folders.Sample, "citizens.txt");
        await rig.SimulateAsync(Path.Combine(Folders.Sample, "replies"));
        var intake = await rig.RunAsync();
        intake.Latest.Values.ShouldAllBe(one => !one.Result.IsRejected);
        intake.Facts.ShouldAllBe(fact => fact.Citizen.IsTest && fact.Others.All(other => other.IsTest));
        intake.Fact<EmploymentEnded>("GeefWerkrelaties", "88631402204")!.EndedOn.ShouldBe(new DateOnly(2026, 11, 15));
        intake.Fact<EmploymentEnded>("GeefWerkrelaties", "89611705582")!.EndedOn.ShouldBe(new DateOnly(2026, 12, 21));
        intake.Latest["GeefWerkrelaties/85712301822"].Result.Facts.ShouldBeEmpty();
        intake.Fact<HouseholdChanged>("GeefGezinssamenstelling", "90690803660")!.Members.Count.ShouldBe(3);
        intake.Facts.Select(one => one.Fact).OfType<PersonChanged>().Select(one => one.Municipality?.Value).ShouldAllBe(nis => nis == "44021");
    }
}
