using System.Text;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Quarantine;

public sealed class QuarantineOnSqlite() : QuarantineTests(new SqliteTestDatabase());

public sealed class QuarantineOnPostgres(PostgresFixture postgres) : QuarantineTests(new PostgresTestDatabase(postgres));

public abstract class QuarantineTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task What_was_rejected_for_one_reason_is_one_group_whatever_its_line_and_its_source()
    {
        for (var line = 1; line <= 120; line++)
            await RejectAsync("ocmw-gent", $"g{line}", $"einde, line {line} of export-{line}.csv", Some.Now.AddMinutes(line));
        await RejectAsync("ocmw-aalst", "a1", "einde, line 7", Some.Now);
        await RejectAsync("ocmw-gent", "x1", "Bundle.entry[3].resource", Some.Now, "0.2.0");
        await RejectAsync("magda", "m1", "MutatiesWerkrelaties.xml, line 4, Onderwerp 12: Contract/INSZ", Some.Now, code: "30003");

        var groups = await Store.Quarantine.GroupsAsync(QuarantineFilter.All, Token);

        groups.Select(group => (group.Reason, group.AdapterVersion, group.Count)).ShouldBe([("einde", "0.1.0", 121), ("30003 Contract/INSZ", "0.1.0", 1), ("Bundle.entry[].resource", "0.2.0", 1)]);
        (groups[0].Oldest, groups[0].Newest, groups[0].Latest.RecordId).ShouldBe((Some.Now, Some.Now.AddMinutes(120), "a1"));
        groups[0].Sources.ShouldBe(new Dictionary<string, long> { ["ocmw-aalst"] = 1, ["ocmw-gent"] = 120 }, ignoreOrder: true);
        (await Store.Quarantine.GroupsAsync(new(Source: "magda"), Token)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_group_is_walked_through_page_by_page_up_to_what_was_there_at_first()
    {
        for (var i = 0; i < 5; i++)
            await RejectAsync("a", $"r{i}", "einde", Some.Now);
        await RejectAsync("a", "other", "begin", Some.Now);
        var filter = new QuarantineFilter(Reason: "einde");
        var (count, last) = await Store.Quarantine.CountAsync(filter, Token);
        await RejectAsync("a", "later", "einde", Some.Now);

        var first = await Store.Quarantine.PageAsync(filter, 0, last, 3, Token);
        var second = await Store.Quarantine.PageAsync(filter, first[^1].Id, last, 3, Token);

        count.ShouldBe(5);
        first.Concat(second).Select(entry => entry.RecordId).ShouldBe(["r0", "r1", "r2", "r3", "r4"]);
    }

    [Fact]
    public async Task What_is_given_up_loses_its_content_and_keeps_who_did_it_and_why_in_the_entry_and_in_the_audit_log()
    {
        await RejectAsync("a", "r1", "einde", Some.Now);
        await RejectAsync("a", "r2", "einde", Some.Now);
        await RejectAsync("a", "r3", "begin", Some.Now);

        (await Store.Quarantine.DiscardAsync(new(Reason: "einde"), long.MaxValue, "a test export", "administrator:an", 500, Some.Now, Token)).ShouldBe(2);

        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem().RecordId.ShouldBe("r3");
        (await Database.RowsAsync("SELECT record_id, discarded_by, discarded_because, resolved_at IS NULL, sealed FROM quarantine WHERE discarded_by IS NOT NULL ORDER BY id"))
            .ShouldAllBe(row => row.Contains("|administrator:an|a test export|") && row.EndsWith('|'));
        (await Database.RowsAsync("SELECT actor, source, detail FROM audit WHERE kind = 'quarantine-discarded' ORDER BY id"))
            .ShouldBe(["administrator:an|a|Entry 1, einde: a test export", "administrator:an|a|Entry 2, einde: a test export"]);
        (await Database.RowsAsync("SELECT sum(quarantined) FROM source_counts")).ShouldBe(["3"]);
    }

    [Fact]
    public async Task What_comes_while_entries_are_given_up_is_not_among_them()
    {
        await RejectAsync("a", "r1", "einde", Some.Now);
        var (_, last) = await Store.Quarantine.CountAsync(new(Reason: "einde"), Token);
        await RejectAsync("a", "r2", "einde", Some.Now);

        (await Store.Quarantine.DiscardAsync(new(Reason: "einde"), last, "a test export", "administrator:an", 500, Some.Now, Token)).ShouldBe(1);

        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem().RecordId.ShouldBe("r2");
    }

    [Fact]
    public async Task What_was_given_up_does_not_come_back_with_the_next_export_unless_it_changed()
    {
        await RejectAsync("a", "r1", "einde", Some.Now, content: "the same");
        await Store.Quarantine.DiscardAsync(new(Source: "a"), long.MaxValue, "a test export", "administrator:an", 500, Some.Now, Token);

        await RejectAsync("a", "r1", "einde", Some.Now.AddDays(1), content: "the same");
        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldBeEmpty();

        await RejectAsync("a", "r1", "einde", Some.Now.AddDays(2), content: "another");
        var entry = (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString((await Store.Quarantine.OpenAsync(entry.Id, Token)).Span).ShouldBe("another");
        (await Database.RowsAsync("SELECT discarded_by, discarded_because FROM quarantine")).ShouldBe(["|"]);
    }

    [Fact]
    public async Task One_fact_on_which_the_detection_failed_is_tried_again_and_the_other_is_not()
    {
        var (first, _) = await TwoFactsInQuarantineAsync();

        (await Store.Quarantine.ReinstateAsync([first.Id], Some.Now, Token)).ShouldBe(1);

        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem().RecordId.ShouldBe("r2");
        (await PublishedAsync()).ShouldHaveSingleItem().RecordId.ShouldBe("r1");
        (await SeenAsync(await WhoAsync("anna"))).Facts.Values.Single().ShouldHaveSingleItem().RecordId.ShouldBe("r1");
    }

    [Fact]
    public async Task A_fact_that_is_given_up_stays_out_of_the_timeline_for_good_and_names_nobody_any_more()
    {
        var (first, second) = await TwoFactsInQuarantineAsync();

        await Store.Quarantine.DiscardAsync(new(first.Id), long.MaxValue, "no such job", "administrator:an", 500, Some.Now, Token);

        (await Store.Quarantine.ReinstateAsync([first.Id, second.Id], Some.Now, Token)).ShouldBe(1);
        (await SeenAsync(await WhoAsync("anna"))).Facts.Values.Single().ShouldHaveSingleItem().RecordId.ShouldBe("r2");
        (await Database.RowsAsync("SELECT record_id, sealed IS NULL FROM facts WHERE left_out")).ShouldHaveSingleItem().ShouldBeOneOf("r1|1", "r1|True");
    }

    private async Task<(QuarantineEntry First, QuarantineEntry Second)> TwoFactsInQuarantineAsync()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna", name: "who she is")));
        await AppendAsync(Some.Record("r2", Some.Ended("anna", "2026-11-19", name: "who she is")));
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token))
            await Store.Detection.QuarantineBatchAsync(batch.Id, "Detection failed with X.", Some.Now, Token);
        var entries = await Store.Quarantine.PageAsync(new(Reason: "fact"), 0, long.MaxValue, 10, Token);
        entries.ShouldAllBe(entry => entry.IsFact);
        return (entries[0], entries[1]);
    }

    private Task RejectAsync(string source, string record, string field, DateTimeOffset at, string version = "0.1.0", string? code = null, string content = "raw") => Store.Journal.AppendAsync(
        new JournalPage
        {
            Source = source,
            Records = [],
            Quarantined =
            [
                Some.Quarantined(record, content) with
                {
                    Reasons = $$"""[{"field":"{{field}}","expected":"a date","toDo":"correct it"{{(code is null ? "" : $",\"code\":\"{code}\"")}}}]""",
                    AdapterVersion = version,
                    ContentHash = Keys.Hash(content),
                },
            ],
            KnownAt = at,
        },
        Token);
}
