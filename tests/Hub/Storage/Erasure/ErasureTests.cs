using IntegrationHub.Contracts;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Erasure;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Erasure;

public sealed class ErasureOnSqlite() : ErasureTests(new SqliteTestDatabase());

public sealed class ErasureOnPostgres(PostgresFixture server) : ErasureTests(new PostgresTestDatabase(server));

/// <summary>A citizen is erased, and what is past its term.</summary>
public abstract class ErasureTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Late = Some.Now.AddYears(6);

    [Fact]
    public async Task Of_an_erased_citizen_only_the_audit_log_holds_the_reference_and_the_ledger_adds_up()
    {
        await FillAsync();
        var anna = await WhoAsync("anna");
        var bram = await WhoAsync("bram");

        var erased = (await Store.Erasure.EraseAsync(Order(anna), Token))!;

        (erased.Facts, erased.Replaced, erased.Moments, erased.Signals).ShouldBe((3, 1, 1, 1));
        (await TablesWithAsync(anna)).ShouldBe(["audit"]);
        (await FindAsync(Database, "anna")).ShouldBeNull();
        (await WhoAsync("bram")).ShouldBe(bram);
        (await Database.RowsAsync("SELECT kind, actor, citizen FROM audit WHERE kind = 'erased'")).ShouldBe([$"erased|administrator:an|{anna}"]);
        (await LedgerAsync()).ShouldBeEmpty();
        (await Database.RowsAsync($"SELECT count(*) FROM rechecks WHERE citizen = '{bram}' AND due_at <= {Micros(Some.Now)}")).ShouldBe(["1"], "what rests on hers of his is looked at again");
        (await Store.Erasure.EraseAsync(Order(anna), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_source_sends_again_unchanged_brings_nothing_back_and_a_new_version_does()
    {
        await FillAsync();
        await Store.Erasure.EraseAsync(Order(await WhoAsync("anna")), Token);

        (await AppendAsync(Some.Record("r1", Some.Ended("anna", name: "Ann")))).Counts.ShouldBe(new(1, 0, 1, 0, 0, 0));
        (await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-18", name: "Ann")))).Counts.Facts.ShouldBe(1);
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_configuration_names_by_then_brings_nothing_back_nor_does_leaving_an_export_and_returning()
    {
        await FillAsync();
        await AppendAsync(Some.Record("both", Some.Started("anna"), Some.Lives("bram")));
        await AppendAsync(Some.Versioned("v", 3, Some.Started("anna", key: "v")));
        await ProcessAllAsync();
        await Store.Erasure.EraseAsync(Order(await WhoAsync("anna")), Token);
        var facts = await Database.RowsAsync("SELECT record_id, fact_key, revision FROM facts ORDER BY record_id, fact_key");
        JournalRecord[] again =
        [
            Some.Record("p", Some.Lives("anna")), Some.Record("r1", Some.Ended("anna", name: "Ann")), Some.Record("h1", Some.Household("anna", "anna", "bram")), Some.Record("h2", Some.Household("bram", "bram", "anna")),
            Some.Record("both", Some.Started("anna"), Some.Lives("bram")), Some.Versioned("v", 3, Some.Started("anna", key: "v")),
        ];

        (await AppendAsync([.. again.Select(record => record.WithMoreNamed())])).Counts.Duplicate.ShouldBe(again.Length);
        (await Database.RowsAsync("SELECT record_id, fact_key, revision FROM facts ORDER BY record_id, fact_key")).ShouldBe(facts);

        // All in an export, none in the next, all in the one after.
        await ExportAsync("1", again);
        await ExportAsync("2", Some.Record("x", Some.Lives("carl")));
        await ExportAsync("3", again);

        var anna = await WhoAsync("anna");
        (await Database.RowsAsync($"SELECT fact_key FROM facts WHERE citizen = '{anna}'")).ShouldBeEmpty("her INSZ leads to a reference again, and no fact is about it");
        (await Database.RowsAsync("SELECT record_id, fact_key FROM facts WHERE record_id = 'both' AND revision = 3")).ShouldBe(["both|person"], "his returns with the record");
        (await LedgerAsync()).ShouldBeEmpty();

        (await AppendAsync(Some.Record("both", Some.Started("anna", "2026-01-06"), Some.Lives("bram")), Some.Versioned("v", 4, Some.Started("anna", key: "v")))).Counts.Accepted.ShouldBe(2);
        (await Database.RowsAsync($"SELECT record_id FROM facts WHERE citizen = '{anna}' ORDER BY record_id")).ShouldBe(["both", "v"], "the source says something new");
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_that_was_read_before_its_own_content_was_hashed_is_known_by_it_from_the_next_read_on()
    {
        await FillAsync();
        await Database.RowsAsync("UPDATE records SET own_hash = NULL");
        await AppendAsync(Some.Record("r1", Some.Ended("anna", name: "Ann")));
        await Store.Erasure.EraseAsync(Order(await WhoAsync("anna")), Token);

        (await AppendAsync(Some.Record("r1", Some.Ended("anna", name: "Ann")).WithMoreNamed())).Counts.Duplicate.ShouldBe(1);
    }

    [Fact]
    public async Task Her_quarantined_records_and_what_sources_remember_of_her_go_too()
    {
        await FillAsync();
        await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("r1"), Some.Quarantined("x", "about her"), Some.Quarantined("y", "about another")] }, Token);
        await Store.Operations.WriteStateAsync(Some.Source, Keys.Hash("state of anna"), "registered", Token);
        var hers = await Store.Erasure.QuarantinedAsync(content => System.Text.Encoding.UTF8.GetString(content.Span) == "about her", Token);

        var erased = (await Store.Erasure.EraseAsync(Order(await WhoAsync("anna")) with { Quarantined = hers, StateKeys = [Keys.Hash("state of anna")] }, Token))!;

        (erased.Quarantined, erased.States).ShouldBe((2, 1));
        (await Database.RowsAsync("SELECT record_id FROM quarantine WHERE sealed IS NOT NULL")).ShouldBe(["y"]);
    }

    [Fact]
    public async Task Who_is_only_in_quarantine_or_in_the_memory_of_a_source_is_erased_there_and_the_log_tells_it_without_a_reference()
    {
        await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("x", "about her"), Some.Quarantined("y", "about another")] }, Token);
        await Store.Operations.WriteStateAsync(Some.Source, Keys.Hash("state of anna"), "registered", Token);
        var hers = await Store.Erasure.QuarantinedAsync(content => System.Text.Encoding.UTF8.GetString(content.Span) == "about her", Token);
        var order = new ErasureOrder(null, "administrator:an", "She asked for it.", hers, [Keys.Hash("state of anna")], Some.Now);

        var erased = (await Store.Erasure.EraseAsync(order, Token))!;

        (erased.Facts, erased.Quarantined, erased.States).ShouldBe((0, 1, 1));
        (await Database.RowsAsync("SELECT record_id FROM quarantine WHERE sealed IS NOT NULL")).ShouldBe(["y"]);
        (await Store.Audit.ListAsync(new() { Kind = "erased" }, 10, Token)).ShouldHaveSingleItem().Entry.Citizen.ShouldBeNull();
        (await Store.Erasure.EraseAsync(order, Token)).ShouldBeNull("there is nothing of her");
    }

    [Fact]
    public async Task Facts_past_their_term_go_and_what_still_runs_or_is_in_a_signal_stays()
    {
        await FillAsync();
        await AppendAsync(Some.Record("r9", Some.Started("carl", "2019-01-05"), Some.Ended("carl", "2019-11-05")), Some.Record("r10", Some.Lives("dora"), Some.Started("dora"), Some.FileClosed("dora", "Dora")));
        await ProcessAllAsync();
        var carl = await WhoAsync("carl");

        await RetainAsync(Late.AddYears(-5));
        (await Database.RowsAsync($"SELECT count(*) FROM facts WHERE citizen = '{carl}'")).ShouldBe(["0"]);
        (await FindAsync(Database, "carl")).ShouldBeNull("nothing was left");
        (await AppendAsync(Some.Record("r9", Some.Started("carl", "2019-01-05"), Some.Ended("carl", "2019-11-05")).WithMoreNamed())).Counts.Duplicate.ShouldBe(1, "what is past its term stays away");
        (await Database.RowsAsync($"SELECT fact_key FROM facts WHERE citizen = '{await WhoAsync("dora")}' ORDER BY fact_key")).ShouldBe(["person", "start"], "she still lives there and works; the file is closed");
        (await Database.RowsAsync($"SELECT fact_key FROM facts WHERE citizen = '{await WhoAsync("anna")}' ORDER BY fact_key")).ShouldBe(["end", "household", "person"], "the end is in a signal");
        (await LedgerAsync()).ShouldBeEmpty();

        await Database.RowsAsync("UPDATE deliveries SET state = 'delivered'");
        (await Store.Erasure.EraseSignalsAsync(Late.AddYears(-2), Late, 10, Token)).ShouldBe(1);
        await RetainAsync(Late.AddYears(-5));
        (await Database.RowsAsync($"SELECT fact_key FROM facts WHERE citizen = '{await WhoAsync("anna")}' ORDER BY fact_key")).ShouldBe(["household", "person"]);
        (await Database.RowsAsync("SELECT count(*) FROM moments")).ShouldBe(["0"]);
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_only_named_in_a_household_is_forgotten_when_no_version_names_her_any_more()
    {
        await AppendAsync(Some.Record("h", Some.Household("carl", "carl", "dirk")));
        await ProcessAllAsync();
        await RetainAsync(Late.AddYears(-5));
        (await FindAsync(Database, "dirk")).ShouldNotBeNull("he lives there");

        await AppendAsync(Some.Record("h", Some.Household("carl", "carl")));
        await ProcessAllAsync();
        await RetainAsync(Late.AddYears(-5));

        (await FindAsync(Database, "dirk")).ShouldBeNull();
        (await FindAsync(Database, "carl")).ShouldNotBeNull("he still lives there");
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_named_in_what_waits_for_detection_or_in_quarantine_is_not_forgotten()
    {
        await AppendAsync(Some.Record("h", Some.Household("carl", "carl", "eva")));
        var eva = await WhoAsync("eva");

        await RetainAsync(Late);
        (await FindAsync(Database, "eva")).ShouldBe(eva);
        await QuarantineAllAsync();
        await RetainAsync(Late);

        (await FindAsync(Database, "eva")).ShouldBe(eva, "it may be accepted after all");
    }

    [Fact]
    public async Task Whoever_was_two_once_is_forgotten_under_both_references()
    {
        await AppendAsync(Some.Record("a", Some.Started("old", "2019-01-05"), Some.Ended("old", "2019-11-05")), Some.Record("b", Some.Ended("new", "2019-11-06")));
        await ProcessAllAsync();
        await AppendAsync(Some.Record("c", Some.Replaced("old", "new")));
        await ProcessAllAsync();

        await RetainAsync(Late.AddYears(-5));

        (await Database.RowsAsync("SELECT record_id, fact_key FROM facts")).ShouldBeEmpty();
        (await Database.RowsAsync("SELECT ref FROM citizens")).ShouldBeEmpty();
        (await Database.RowsAsync("SELECT ref FROM citizen_keys")).ShouldBeEmpty();
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_records_come_again_after_she_was_erased_is_forgotten_again()
    {
        await FillAsync();
        await Store.Erasure.EraseAsync(Order(await WhoAsync("anna")), Token);
        await AppendAsync(Some.Record("r1", Some.Ended("anna", name: "Ann")).WithMoreNamed());
        (await FindAsync(Database, "anna")).ShouldNotBeNull("her INSZ was read");

        await RetainAsync(Some.Now.AddYears(-5));

        (await FindAsync(Database, "anna")).ShouldBeNull();
        (await FindAsync(Database, "bram")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_moment_whose_fact_went_before_its_signal_goes_after_it()
    {
        await FillAsync();
        await AppendAsync(Some.Record("r1", Some.Started("anna")));
        await ProcessAllAsync();
        await RetainAsync(Late.AddYears(-5));
        (await Database.RowsAsync("SELECT fact_key FROM facts WHERE fact_key = 'end'")).ShouldBeEmpty();
        (await Database.RowsAsync("SELECT count(*) FROM moments")).ShouldBe(["1"], "it is in a signal");
        await Database.RowsAsync("UPDATE deliveries SET state = 'delivered'");
        (await Store.Erasure.EraseSignalsAsync(Late.AddYears(-2), Late, 10, Token)).ShouldBe(1);

        await RetainAsync(Late.AddYears(-5));

        (await Database.RowsAsync("SELECT count(*) FROM moments")).ShouldBe(["0"]);
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_identifies_her_is_read_from_facts_that_detection_failed_on_too()
    {
        await AppendAsync(Some.Record("r5", Some.Ended("anna", name: "Ann")));
        await QuarantineAllAsync();

        (await Store.Erasure.PeopleAsync(await WhoAsync("anna"), Token)).Select(person => System.Text.Encoding.UTF8.GetString(person.Span)).ShouldBe(["Ann"]);
    }

    [Fact]
    public async Task It_is_known_when_the_store_was_last_used()
    {
        (await Store.Erasure.LastUsedAsync(Late, Token)).ShouldBeNull();
        await FillAsync();
        await Store.Hosts.SeenAsync("a", Some.Now, Some.Now.AddHours(3), [], Token);

        (await Store.Erasure.LastUsedAsync(Late, Token)).ShouldBe(Some.Now.AddHours(3));
        (await Store.Erasure.LastUsedAsync(Some.Now.AddHours(2), Token)).ShouldBe(Some.Now);
    }

    [Fact]
    public async Task Nothing_goes_before_its_term()
    {
        await FillAsync();
        await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("x")] }, Token);

        await RetainAsync(Some.Now.AddDays(-1));

        (await Store.Erasure.EraseSignalsAsync(Some.Now.AddDays(-1), Late, 10, Token)).ShouldBe(0);
        (await Store.Erasure.EraseQuarantinedAsync(Some.Now.AddDays(-1), Late, 10, Token)).ShouldBe(0);
        (await Database.RowsAsync("SELECT count(*) FROM facts")).ShouldBe(["4"]);
        (await Store.Erasure.EraseQuarantinedAsync(Some.Now.AddDays(1), Late, 10, Token)).ShouldBe(1);
        (await LedgerAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_sent_of_her_while_she_was_erased_is_audited_and_names_the_partner()
    {
        await FillAsync();
        var shown = new Disclosure(["insz"], "B 1", null);
        var (anna, claimed) = (await WhoAsync("anna"), await Store.Deliveries.ClaimDueAsync("host", Some.Now.AddHours(1), TimeSpan.FromMinutes(3), 10, [], Token));
        var toOcmw = claimed.Single(delivery => delivery.Recipient == "ocmw-gent");
        await Store.Deliveries.BeginAsync(toOcmw, shown, Some.Now, Token);

        var erased = (await Store.Erasure.EraseAsync(Order(anna), Token))!;
        await Store.Deliveries.CompleteAsync(toOcmw, shown with { Detail = "202" }, Some.Now, Token);

        erased.Recipients.ShouldBe(["ocmw-gent"]);
        (await Database.RowsAsync("SELECT recipient, citizen, detail FROM audit WHERE kind = 'disclosed' ORDER BY id"))
            .ShouldBe([$"ocmw-gent|{anna}|The attempt was cut off: it may have arrived.", $"ocmw-gent|{anna}|202"]);
        (await Store.Deliveries.BeginAsync(claimed.Single(delivery => delivery.Recipient == "caw-ov"), shown, Some.Now, Token)).ShouldBe(DeliveryStart.Over);
    }

    [Fact]
    public async Task A_fact_in_quarantine_that_is_past_its_term_is_given_up_as_a_person_would()
    {
        await FillAsync();
        await AppendAsync(Some.Record("r5", Some.Ended("bram", name: "Bram")));
        await QuarantineAllAsync();

        (await Store.Erasure.EraseQuarantinedAsync(Some.Now.AddDays(1), Late, 10, Token)).ShouldBe(1);

        (await Database.RowsAsync("SELECT actor, source, detail FROM audit WHERE kind = 'quarantine-discarded'")).ShouldBe([$"hub|{Some.Source}|Entry 1, fact: past its term"]);
        (await Database.RowsAsync("SELECT count(*) FROM facts WHERE left_out AND sealed IS NOT NULL")).ShouldBe(["0"], "what it said of her is gone with it");
        var ledger = (await Store.Ledger.ReadAsync(null, null, Some.Now, Token)).Sources.ShouldHaveSingleItem();
        (ledger.InQuarantine, ledger.Discarded, ledger.Missing.Count).ShouldBe((0, 1, 0));
        (await Store.Erasure.EraseQuarantinedAsync(Some.Now.AddDays(1), Late, 10, Token)).ShouldBe(0);
    }

    [Fact]
    public async Task A_fact_about_another_that_names_her_waits_on_in_quarantine_without_her()
    {
        await FillAsync();
        await AppendAsync(Some.Record("h3", Some.Household("bram", "bram", "anna")), Some.Record("r5", Some.Ended("anna")));
        await QuarantineAllAsync();
        await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("list", "anna and carl")] }, Token);
        var anna = await WhoAsync("anna");
        var naming = await Store.Erasure.QuarantinedAsync(content => Text(content) is var text && (text.Contains($"{anna}", StringComparison.Ordinal) || text.Contains("anna", StringComparison.Ordinal)), Token);
        naming.Count.ShouldBe(3);

        (await Store.Erasure.EraseAsync(Order(anna) with { Quarantined = naming }, Token))!.Quarantined.ShouldBe(2);

        var entry = (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();
        entry.RecordId.ShouldBe("h3");
        var content = Text(await Store.Quarantine.OpenAsync(entry.Id, Token));
        content.ShouldNotContain($"{anna}");
        content.ShouldContain($"{await WhoAsync("bram")}");
        (await Database.RowsAsync("SELECT detail FROM audit WHERE kind = 'quarantine-discarded' ORDER BY id")).Count.ShouldBe(2, "each that went whole is told, the list that names another too");
        (await Store.Quarantine.ReinstateAsync([entry.Id], Some.Now, Token)).ShouldBe(1);
        (await LedgerAsync()).ShouldBeEmpty();

        static string Text(ReadOnlyMemory<byte> content) => System.Text.Encoding.UTF8.GetString(content.Span);
    }
    private Task ExportAsync(string id, params JournalRecord[] records) =>
        Store.Journal.AppendAsync(Some.Page(records) with { Snapshot = new JournalSnapshot("all", id, IsLast: true) }, Token);

    private static ErasureOrder Order(CitizenRef citizen) => new(citizen, "administrator:an", "She asked for it.", [], [], Some.Now);

    private static string Micros(DateTimeOffset time) => $"{(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond}";

    /// <summary>Anna lost her job, of which there is a signal; she and Bram each say that they live together.</summary>
    private async Task FillAsync()
    {
        await AppendAsync(
            Some.Record("p", Some.Lives("anna")),
            Some.Record("r1", Some.Ended("anna", name: "Ann")),
            Some.Record("h1", Some.Household("anna", "anna", "bram")),
            Some.Record("h2", Some.Household("bram", "bram", "anna")));
        await ProcessAllAsync();
    }

    private async Task ProcessAllAsync()
    {
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 1000, TimeSpan.FromMinutes(5), Some.Now, Token))
            await Store.Detection.DetectAsync(batch.Id, [.. Read(batch).Select(fact => fact.Citizen).Distinct()], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token);
    }

    private async Task QuarantineAllAsync()
    {
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 1000, TimeSpan.FromMinutes(5), Some.Now, Token))
            await Store.Detection.QuarantineBatchAsync(batch.Id, "Detection failed with X.", Some.Now, Token);
    }

    private async Task RetainAsync(DateTimeOffset before)
    {
        CitizenRef? last = null;
        do
            last = (await Store.Erasure.EraseFactsAsync(last, before, Late, 2, Token)).Last;
        while (last is not null);
        await SweepAsync(after => Store.Erasure.SweepMomentsAsync(after, Late, 2, Token));
        await SweepAsync(after => Store.Erasure.SweepCitizensAsync(after, 2, Token));
    }

    private static async Task SweepAsync(Func<Guid, Task<Swept>> sweep)
    {
        Guid? last = Guid.Empty;
        while (last is { } after)
            last = (await sweep(after)).Last;
    }

    private async Task<List<string>> LedgerAsync() =>
        [.. (await Store.Ledger.ReadAsync(null, null, Some.Now, Token)).Sources.SelectMany(source => source.Missing.Select(gap => $"{source.Source} {gap.What} {gap.Count}"))];

    /// <summary>Every table of which a row names her.</summary>
    private async Task<List<string>> TablesWithAsync(CitizenRef citizen)
    {
        var found = new List<string>();
        var tables = Database is SqliteTestDatabase
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'events' ORDER BY table_name";
        var packed = Convert.ToHexStringLower(citizen.Value.ToByteArray(bigEndian: true));
        foreach (var table in (await Database.RowsAsync(tables)).Where(table => table != "events"))
        {
            var rows = await Database.RowsAsync(table == "records" ? "SELECT record_id, " + (Database is SqliteTestDatabase ? "lower(hex(citizens))" : "encode(citizens, 'hex')") + " FROM records" : $"SELECT * FROM {table}");
            if (rows.Exists(row => row.Contains(citizen.ToString(), StringComparison.OrdinalIgnoreCase) || row.Contains(packed, StringComparison.Ordinal)))
                found.Add(table);
        }

        return found;
    }
}
