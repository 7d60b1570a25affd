using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Backup;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Erasure;

/// <summary>To be erased: by INSZ, by reference, and again after a restore.</summary>
public sealed class ACitizenWhoAsks : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private static readonly Insz Anna = Insz.Parse("85673003360");
    private static readonly Insz Bea = Insz.Parse("70651402129");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-erase-").FullName;
    private HubServices hub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task And_is_only_in_quarantine_and_in_what_a_source_remembers_is_erased_there()
    {
        await QuarantineAsync($"the export had {Anna.Digits[..6]}-{Anna.Digits[6..9]}.{Anna.Digits[9..]} in a wrong column");
        await new SourceState("ours", hub.Store.Operations, hub.Pseudonyms).SetAsync("registered/" + Anna.Digits, "yes", Token);

        (await CitizenToErase.FindAsync(hub, null, Bea, Token)).ShouldNotBeNull().Quarantined.ShouldBeEmpty();
        var found = (await CitizenToErase.FindAsync(hub, null, Anna, Token))!;
        var erased = (await found.EraseAsync(hub, "administrator:an", "her request", Now, Token))!;

        found.References.ShouldBeEmpty();
        (erased.Quarantined, erased.States).ShouldBe((1, 1));
        (await hub.Store.Audit.ListAsync(new() { Kind = "erased" }, 10, Token)).ShouldHaveSingleItem().Entry.Citizen.ShouldBeNull();
        (await found.EraseAsync(hub, "administrator:an", "her request", Now, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task And_whom_a_restore_brought_back_is_erased_again_and_who_cannot_be_is_told()
    {
        await MoveAsync(Anna);
        await MoveAsync(Bea);
        var (anna, bea) = (await WhoAsync(Anna), await WhoAsync(Bea));
        var (stranger, old) = (CitizenRef.New(), CitizenRef.New());

        var again = await ErasedAgain.RunAsync(
            hub, [new(Now.AddDays(-9), [old]), new(Now.AddMinutes(-1), [CitizenRef.New()]), new(Now.AddHours(1), [stranger]), new(Now.AddHours(2), [CitizenRef.New(), anna!.Value]), new(Now.AddHours(3), [])], Now, "administrator:an", Now.AddDays(1), Token);

        again.Citizens.ShouldBe(1);
        again.Unknown.ShouldBe([stranger]);
        again.WithoutReference.ShouldBe([Now.AddHours(3)]);
        (await WhoAsync(Anna)).ShouldBeNull();
        (await WhoAsync(Bea)).ShouldBe(bea);
        (await hub.Store.Audit.ListAsync(new() { Kind = "erased" }, 10, Token)).ShouldHaveSingleItem().Entry.Detail!.ShouldStartWith("erased before, on 2026-11-22");
    }

    [Fact]
    public async Task And_whom_a_restore_that_was_cut_off_left_in_the_store_is_erased_before_a_hub_that_starts_sends_anything()
    {
        await MoveAsync(Anna);
        await MoveAsync(Bea);
        var bea = await WhoAsync(Bea);
        hub.Erasures.Add(new ListedErasure(Now, [(await WhoAsync(Anna))!.Value, CitizenRef.New()]));
        // As the power may leave it.
        await File.AppendAllTextAsync(hub.Erasures.Location, "{\"at\":\"2026-11", Token);

        await using var next = await MakeAsync();
        await using var app = await HubApplication.BuildAsync(next, NullLoggerFactory.Instance, TimeProvider.System, stays: false, Token);

        (await WhoAsync(Anna)).ShouldBeNull();
        (await WhoAsync(Bea)).ShouldBe(bea);
        (await hub.Store.Audit.ListAsync(new() { Kind = "erased" }, 10, Token)).ShouldHaveSingleItem().Entry.Actor.ShouldBe("hub");
    }

    [Fact]
    public async Task And_of_whom_there_is_no_fact_is_on_the_list_before_she_is_erased()
    {
        await QuarantineAsync($"the export had {Anna.Digits} in a wrong column");
        Directory.CreateDirectory(hub.Erasures.Location);

        Console.SetIn(new StringReader(Anna.Digits));
        (await HubCommandLine.RunAsync(["erase", "--config", folder, "--because", "her request"])).ShouldBe(ExitCode.Failed);
        (await CitizenToErase.FindAsync(hub, null, Anna, Token))!.Quarantined.Count.ShouldBe(1);

        Directory.Delete(hub.Erasures.Location);
        Console.SetIn(new StringReader(Anna.Digits));
        (await HubCommandLine.RunAsync(["erase", "--config", folder, "--because", "her request"])).ShouldBe(ExitCode.Done);
        (await CitizenToErase.FindAsync(hub, null, Anna, Token))!.Quarantined.ShouldBeEmpty();
        hub.Erasures.Read().ShouldHaveSingleItem().References.ShouldBeEmpty();
    }

    [Fact]
    public async Task And_whom_the_hub_does_not_know_is_on_no_list()
    {
        await QuarantineAsync($"the export had {Anna.Digits} in a wrong column");

        Console.SetIn(new StringReader(Bea.Digits));
        (await HubCommandLine.RunAsync(["erase", "--config", folder, "--because", "her request"])).ShouldBe(ExitCode.Failed);
        hub.Erasures.Exists.ShouldBeFalse();

        await new SourceState("ours", hub.Store.Operations, hub.Pseudonyms).SetAsync("registered/" + Bea.Digits, "yes", Token);
        Console.SetIn(new StringReader(Bea.Digits));
        (await HubCommandLine.RunAsync(["erase", "--config", folder, "--because", "her request"])).ShouldBe(ExitCode.Done);
        hub.Erasures.Read().ShouldHaveSingleItem().References.ShouldBeEmpty();
    }

    [Fact]
    public async Task And_whom_the_list_of_another_host_names_is_on_that_of_this_host_before_a_restore_fills_anything()
    {
        var (before, others) = (new ListedErasure(Now, [CitizenRef.New()]), new ErasureList(Path.Combine(folder, "other.erasures")));
        ListedErasure[] told = [before, new(Now.AddHours(1), [CitizenRef.New(), CitizenRef.New()]), new(Now.AddHours(2), [])];
        hub.Erasures.Add(before);
        foreach (var one in told)
            others.Add(one);
        var backup = Path.Combine(folder, "hub.backup");
        await HubBackup.MakeAsync(hub, backup, _ => { }, Token);

        // The store is not empty, so that nothing is restored.
        await HubCommandLine.RunAsync(["restore", "--config", folder, "--from", backup, "--erasures", others.Location]);
        await HubCommandLine.RunAsync(["restore", "--config", folder, "--from", backup, "--erasures", others.Location]);

        hub.Erasures.Read().Select(one => (one.At, one.References.Count)).ShouldBe(told.Select(one => (one.At, one.References.Count)));
    }

    public async ValueTask InitializeAsync()
    {
        var user = new Administrators([]).Actor["administrator:".Length..];
        var plugins = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "plugins");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "hub.json"), $$"""{ "administrators": [ { "user": "{{user}}", "may": [ "restore", "erase" ] } ], "plugins": [ "{{plugins}}" ], "destinations": [ { "id": "screen", "adapter": "console" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""", Token);
        hub = await MakeAsync();
        await hub.OpenStoreAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<HubServices> MakeAsync()
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        (var made, errors) = await HubServices.CreateAsync(configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        errors.ShouldBeEmpty();
        return made;
    }

    private Task<CitizenRef?> WhoAsync(Insz insz) => hub.Store.Erasure.FindAsync(hub.Pseudonyms.OfInsz(insz), Token);

    private Task QuarantineAsync(string raw) => AppendAsync([], new QuarantinedRecord
    {
        RecordId = "r1", Kind = "csv", Reasons = """[{"field":"einde","expected":"a date","toDo":"correct it"}]""", AdapterVersion = "0.1.0",
        Content = SealedRecord.Write(new SourceRecord { Id = "r1", Kind = "csv", Raw = Encoding.UTF8.GetBytes(raw) }, null),
    });

    private Task MoveAsync(Insz insz)
    {
        var fact = new PersonChanged { Municipality = NisCode.Parse("44021"), OccurredAt = Now };
        var one = new JournalFact("person", FactContract.NameOf(fact.GetType()), hub.Pseudonyms.OfInsz(insz), [], fact, SealedPerson.Write(insz, null, new HashSet<string>()));
        return AppendAsync([new JournalRecord($"r-{insz.GetHashCode()}", null, Encoding.UTF8.GetBytes(insz.Digits), [one])]);
    }

    private Task AppendAsync(IReadOnlyList<JournalRecord> records, params QuarantinedRecord[] quarantined) =>
        hub.Store.Journal.AppendAsync(new JournalPage { Source = "ours", Records = records, Quarantined = quarantined, KnownAt = Now }, Token);
}
