using IntegrationHub.Contracts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Ledger;
using IntegrationHub.Storage.Operations;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Ledger;

public sealed class LedgerOnSqlite() : LedgerTests(new SqliteTestDatabase());

public sealed class LedgerOnPostgres(PostgresFixture server) : LedgerTests(new PostgresTestDatabase(server));

/// <summary>One row is taken away behind the store's back, and the ledger says which kind of thing is missing and since when.</summary>
public abstract class LedgerTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Day2 = Some.Now.AddDays(1);

    [Fact]
    public async Task What_came_and_went_on_adds_up()
    {
        await FillAsync();

        var book = await ReadAsync();

        book.AddsUp.ShouldBeTrue();
        var source = book.Sources.ShouldHaveSingleItem();
        (source.Source, source.InQuarantine, source.Signals).ShouldBe((Some.Source, 1, 3));
        source.Intake.ShouldBe(new IntakeCounts(7, 5, 1, 1, 5, 0));
        source.Journal.ShouldBe(new JournalLedger(5, 0, 4, 4, 4, null));
        source.Moments.ShouldBe(new MomentLedger(2, 0, 0, 0, 0, 1));
        source.Deliveries.ShouldBe(new DeliveryLedger(0, 3, 2, 0, 0, 1, Some.Now));
    }

    [Fact]
    public async Task What_came_since_a_day_is_counted_by_itself()
    {
        await FillAsync();

        var source = (await ReadAsync(since: BelgianTime.StartOf(BelgianTime.DayOf(Day2)))).Sources.ShouldHaveSingleItem();

        source.Missing.ShouldBeEmpty();
        source.Intake.ShouldBe(new IntakeCounts(2, 2, 0, 0, 2, 0));
        (source.Journal.Batches, source.Moments.All, source.Signals).ShouldBe((2, 1, 1));
        (await ReadAsync(source: "another")).Sources.ShouldBeEmpty();
        (await ReadAsync(source: Some.Source)).Sources.ShouldHaveSingleItem().Intake.Read.ShouldBe(7);
    }

    [Theory]
    [InlineData("DELETE FROM facts WHERE record_id = 'r1'", "facts", 1, 0)]
    [InlineData("DELETE FROM facts WHERE record_id = 'r4'", "facts", 1, 1)]
    [InlineData("DELETE FROM batches WHERE created_at > @day2 - 1", "batches", 2, 1)]
    [InlineData("UPDATE batches SET processed_at = NULL WHERE created_at >= @day2 AND contract = 'employment-ended'", "unprocessed", 1, 1)]
    [InlineData("DELETE FROM records WHERE record_id = 'r1'", "records", 1, null)]
    [InlineData("DELETE FROM signals WHERE issued_at >= @day2", "signals", 1, 1)]
    [InlineData("DELETE FROM deliveries WHERE state = 'pending' AND created_at >= @day2", "deliveries", 1, 1)]
    [InlineData("DELETE FROM deliveries WHERE state = 'refused' AND created_at < @day2 AND signal_id IN (SELECT id FROM signals WHERE issued_at < @day2 ORDER BY id LIMIT 1)", "deliveries", 1, 0)]
    [InlineData("DELETE FROM moments WHERE record_id = 'r4'", "moments", 1, null)]
    [InlineData("UPDATE source_counts SET read_count = read_count + 1 WHERE shard = (SELECT min(shard) FROM source_counts WHERE hour = @hour2) AND hour = @hour2", "read", 1, null)]
    public async Task What_is_taken_away_is_missed(string sql, string what, int count, int? sinceDay)
    {
        await FillAsync();
        await RunAsync(sql);

        var book = await ReadAsync();

        book.AddsUp.ShouldBeFalse();
        DateTimeOffset? since = sinceDay is { } days ? Some.Now.AddDays(days) : null;
        // Nobody can say more of a batch that is gone than the hour in which it came.
        var expected = new LedgerGap(what, count, what == "batches" ? since!.Value.AddTicks(-(since.Value.Ticks % TimeSpan.TicksPerHour)) : since);
        book.Sources.ShouldHaveSingleItem().Missing.ShouldContain(expected);
    }

    [Fact]
    public async Task What_nobody_counted_is_told_too()
    {
        await FillAsync();
        await RunAsync("INSERT INTO deliveries (id, signal_id, recipient, destination, reason, state, attempts, created_at, due_at) SELECT 'ffffffff-0000-4000-8000-000000000001', id, 'x', 'x', '', 'pending', 0, 0, 0 FROM signals WHERE issued_at >= @day2");

        (await ReadAsync()).Sources.ShouldHaveSingleItem().Missing.ShouldBe([new LedgerGap("deliveries-uncounted", 1, Day2)]);
    }

    [Fact]
    public async Task After_years_the_day_of_a_missing_batch_is_still_told()
    {
        await FillAsync();
        await Store.Ledger.FoldAsync(Some.Now.AddDays(100), Token);
        (await ReadAsync()).AddsUp.ShouldBeTrue();
        await RunAsync("DELETE FROM batches WHERE created_at > @day2 - 1");

        (await ReadAsync()).Sources.ShouldHaveSingleItem().Missing.ShouldContain(new LedgerGap("batches", 2, BelgianTime.StartOf(BelgianTime.DayOf(Day2)).ToUniversalTime()));
    }

    [Fact]
    public async Task A_store_that_was_upgraded_adds_up_since_a_day_also_after_its_hours_were_added_up()
    {
        await FillAsync();
        await RunAsync("INSERT INTO source_counts (source, hour, shard, read_count, accepted, duplicate, quarantined, facts, minimised, gone) VALUES ('dimona', 0, 0, 5, 5, 0, 0, 0, 0, 0)");
        // Two hours before the first page.
        await RunAsync("UPDATE schema_version SET applied_at = @day2 - 26 * CAST(3600000000 AS bigint) WHERE version = 11");
        await Store.Ledger.FoldAsync(Some.Now.AddDays(100), Token);

        var book = await ReadAsync(since: BelgianTime.StartOf(BelgianTime.DayOf(Some.Now)));

        book.Sources.ShouldHaveSingleItem().Missing.ShouldBeEmpty();
        book.Since.ShouldBe(BelgianTime.StartOf(BelgianTime.DayOf(Day2)));
    }

    [Fact]
    public async Task What_waits_is_no_loss_until_it_waits_too_long()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));

        var fresh = (await ReadAsync(unprocessedSince: Some.Now.AddMinutes(-1))).Sources.ShouldHaveSingleItem();
        var stale = (await ReadAsync(unprocessedSince: Some.Now.AddMinutes(1))).Sources.ShouldHaveSingleItem();

        (fresh.Journal.Waiting, fresh.Journal.WaitingSince, fresh.Missing.Count).ShouldBe((1, Some.Now, 0));
        stale.Missing.ShouldBe([new LedgerGap("unprocessed", 1, Some.Now)]);
    }

    [Fact]
    public async Task What_is_tried_again_from_quarantine_waits_from_then_on()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        await Store.Detection.QuarantineBatchAsync(batch.Id, "Detection failed with X.", Some.Now, Token);
        var entry = (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();

        await Store.Quarantine.ReinstateAsync([entry.Id], Day2, Token);

        (await Store.Ledger.WaitingAsync(Token)).Oldest.ShouldBe(Day2);
        (await Store.Journal.OldestUnprocessedAsync(Token)).ShouldBe(Day2);
        var source = (await ReadAsync(unprocessedSince: Day2.AddMinutes(-1))).Sources.ShouldHaveSingleItem();
        (source.Journal.WaitingSince, source.Missing.Count).ShouldBe((Day2, 0));
        (await ReadAsync(unprocessedSince: Day2.AddMinutes(1))).Sources.Single().Missing.ShouldBe([new LedgerGap("unprocessed", 1, Day2)]);
        (await Database.RowsAsync("SELECT created_at FROM batches")).ShouldBe([$"{(Some.Now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}"]);
    }

    [Fact]
    public async Task Whoever_turns_out_to_be_one_person_leaves_nothing_missing()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        await DetectAsync("anna", Some.Now);
        // The same fact, said of her other number.
        await AppendAsync(Some.Record("r1", Some.Ended("anna-before")));
        await DetectAsync("anna", Some.Now);
        await DetectAsync("anna-before", Some.Now);
        await ProcessAsync(Some.Now);
        (await ReadAsync()).Sources.ShouldHaveSingleItem().Moments.All.ShouldBe(2);

        await AppendAsync(Some.Record("r2", Some.Replaced("anna-before", "anna")));
        await DetectAsync("anna", Some.Now);
        await ProcessAsync(Some.Now);

        var source = (await ReadAsync()).Sources.ShouldHaveSingleItem();
        (source.Moments.All, source.Missing.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_batch_that_is_cut_and_records_that_an_export_lost_leave_nothing_missing()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna")), Some.Record("r2", Some.Ended("bram"))) with { Snapshot = new JournalSnapshot("all", "1", IsLast: true) }, Token);
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        await Store.Detection.SplitAsync(batch.Id, Token);
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Snapshot = new JournalSnapshot("all", "2", IsLast: true) }, Token);
        await ProcessAsync(Some.Now);

        var source = (await ReadAsync()).Sources.ShouldHaveSingleItem();

        (source.Journal.Facts, source.Journal.Batches, source.Missing.Count).ShouldBe((3, 4, 0));
    }

    /// <summary>Two days: on the first three people lose a job, one record cannot be read, one comes twice and one is corrected away; on the second one more loses a job.</summary>
    private async Task FillAsync()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna")), Some.Record("r2", Some.Ended("bram")), Some.Record("r1", Some.Ended("anna"))) with { Quarantined = [Some.Quarantined("q1")] }, Token);
        await DetectAsync("anna", Some.Now);
        await DetectAsync("bram", Some.Now);
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r2")), Token);
        await DetectAsync("bram", Some.Now);
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r4", Some.Ended("dora")), Some.Record("r5", Some.Started("eva"))) with { KnownAt = Day2 }, Token);
        await DetectAsync("dora", Day2);
        await ProcessAsync(Day2);
    }

    private async Task DetectAsync(string who, DateTimeOffset now) =>
        await Store.Detection.DetectAsync(null, [await WhoAsync(who)], input => Outcomes.Detect(input, now, ["ocmw-gent"], ["caw-ov"]), now, Token);

    private async Task ProcessAsync(DateTimeOffset now)
    {
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 100, TimeSpan.FromMinutes(5), now, Token))
            await Store.Detection.DetectAsync(batch.Id, [], Nothing, now, Token);
    }

    private Task<LedgerBook> ReadAsync(string? source = null, DateTimeOffset? since = null, DateTimeOffset? unprocessedSince = null) =>
        Store.Ledger.ReadAsync(source, since, unprocessedSince ?? Day2.AddHours(1), Token);

    private async Task RunAsync(string sql)
    {
        var micros = (Day2 - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await Database.RowsAsync(sql.Replace("@day2", $"{micros}", StringComparison.Ordinal).Replace("@hour2", $"{micros / 3_600_000_000}", StringComparison.Ordinal));
    }
}
