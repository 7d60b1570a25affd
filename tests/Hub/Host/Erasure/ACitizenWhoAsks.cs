using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;
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
            hub, [new(Now.AddDays(-9), [old]), new(Now.AddHours(1), [stranger]), new(Now.AddHours(2), [CitizenRef.New(), anna!.Value]), new(Now.AddHours(3), [])], Now, "administrator:an", Now.AddDays(1), Token);

        again.Citizens.ShouldBe(1);
        again.Unknown.ShouldBe([stranger]);
        again.WithoutReference.ShouldBe([Now.AddHours(3)]);
        (await WhoAsync(Anna)).ShouldBeNull();
        (await WhoAsync(Bea)).ShouldBe(bea);
        (await hub.Store.Audit.ListAsync(new() { Kind = "erased" }, 10, Token)).ShouldHaveSingleItem().Entry.Detail!.ShouldStartWith("erased before, on 2026-11-22");
    }

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.json"), """{ "destinations": [ { "id": "screen", "adapter": "console" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), """{ "authorisations": [] }""", Token);
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        hub = HubServices.WithStoreOnly(configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        await hub.OpenStoreAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
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
