using System.Text;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Quarantine;

public sealed class WhatWasReadSinceOnSqlite() : WhatWasReadSinceTests(new SqliteTestDatabase());

public sealed class WhatWasReadSinceOnPostgres(PostgresFixture postgres) : WhatWasReadSinceTests(new PostgresTestDatabase(postgres));

/// <summary>A record rests in quarantine, and something of the same id is read.</summary>
public abstract class WhatWasReadSinceTests(TestDatabase database) : StoreTests(database)
{
    private static readonly JournalRecord Fifth = Some.Versioned("r1", 5, Some.Ended("anna"));

    [Fact]
    public async Task A_newer_version_stays_when_the_older_one_comes_again()
    {
        await AppendAsync(Fifth);
        await RejectAsync("six", version: 6);

        (await AppendAsync(Fifth)).IsDuplicate.ShouldBe([true]);

        (await RestingAsync()).ShouldBe("six");
    }

    [Fact]
    public async Task A_newer_version_stays_when_the_older_one_comes_late()
    {
        await RejectAsync("six", version: 6);

        (await AppendAsync(Fifth)).IsDuplicate.ShouldBe([false]);

        (await RestingAsync()).ShouldBe("six");
    }

    [Fact]
    public async Task A_newer_version_stays_when_the_older_one_is_rejected_again()
    {
        await RejectAsync("five", version: 5);
        await RejectAsync("six", version: 6);

        await RejectAsync("five", version: 5);
        (await RestingAsync()).ShouldBe("six");

        await RejectAsync("seven", version: 7);
        (await RestingAsync()).ShouldBe("seven");
    }

    [Fact]
    public async Task The_version_itself_or_a_newer_one_that_can_be_read_takes_its_place()
    {
        await RejectAsync("five", version: 5);
        await AppendAsync(Fifth);
        (await RestingAsync()).ShouldBeNull();

        await RejectAsync("six", version: 6);
        await AppendAsync(Some.Versioned("r1", 7, Some.Ended("anna")));
        (await RestingAsync()).ShouldBeNull();
        (await Database.RowsAsync("SELECT sealed FROM quarantine")).ShouldBe([""]);
    }

    [Fact]
    public async Task What_did_not_tell_its_version_stays_when_a_known_one_comes_again_and_goes_when_another_can_be_read()
    {
        await AppendAsync(Fifth);
        await RejectAsync("which?");

        await AppendAsync(Fifth);
        (await RestingAsync()).ShouldBe("which?");

        await AppendAsync(Some.Versioned("r1", 6, Some.Ended("anna")));
        (await RestingAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Of_a_source_without_versions_the_last_word_counts_also_when_it_is_what_was_known()
    {
        var known = Some.Record("r1", Some.Ended("anna"));
        await AppendAsync(known);
        await RejectAsync("a mistake");

        (await AppendAsync(known)).IsDuplicate.ShouldBe([true]);

        (await RestingAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_same_page_corrects_is_counted_and_does_not_wait()
    {
        var result = await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Quarantined = [Some.Quarantined("r1") with { Place = 0 }] }, Token);

        (result.Counts.Accepted, result.Counts.Quarantined).ShouldBe((1, 1));
        (await RestingAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_same_page_spoils_waits()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Quarantined = [Some.Quarantined("r1", "a mistake") with { Place = 1 }] }, Token);
        (await RestingAsync()).ShouldBe("a mistake");

        await Store.Journal.AppendAsync(Some.Page(Fifth with { RecordId = "r2" }) with { Quarantined = [Some.Quarantined("r2", "six") with { Place = 0, Version = 6 }] }, Token);
        (await RestingAsync("r2")).ShouldBe("six");
    }

    [Fact]
    public async Task A_retry_takes_what_rests_there_as_it_was_opened()
    {
        await RejectAsync("opened");

        (await RetryAsync("opened", Some.Record("r1", Some.Ended("anna")))).IsDuplicate.ShouldBe([false]);

        (await RestingAsync()).ShouldBeNull();
        (await PublishedAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_retry_stores_nothing_of_what_its_source_corrected_since_it_was_opened()
    {
        await RejectAsync("opened");
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));

        (await RetryAsync("opened", Some.Record("r1", Some.Started("anna")))).IsDuplicate.ShouldBe([true]);

        (await PublishedAsync()).ShouldHaveSingleItem().FactKey.ShouldBe("end");
    }

    [Fact]
    public async Task A_retry_leaves_what_came_in_its_place_since_it_was_opened()
    {
        await RejectAsync("opened");
        await RejectAsync("later");

        (await RetryAsync("opened", Some.Record("r1", Some.Ended("anna")))).IsDuplicate.ShouldBe([true]);
        await RetryRejectedAsync("opened");

        (await RestingAsync()).ShouldBe("later");
        (await PublishedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_that_is_rejected_brings_nothing_back_that_its_source_corrected_since_it_was_opened()
    {
        await RejectAsync("opened");
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));

        await RetryRejectedAsync("opened");

        (await RestingAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_of_a_version_that_the_journal_has_by_now_clears_it()
    {
        await AppendAsync(Fifth);
        await RejectAsync("five");

        (await RetryAsync("five", Fifth)).IsDuplicate.ShouldBe([true]);

        (await RestingAsync()).ShouldBeNull("an entry of before versions were kept");
    }

    private async Task<string?> RestingAsync(string record = "r1") =>
        (await Store.Quarantine.ListAsync(null, 10, Token)).SingleOrDefault(entry => entry.RecordId == record) is { } entry
            ? Encoding.UTF8.GetString((await Store.Quarantine.OpenAsync(entry.Id, Token)).Span)
            : null;

    private static QuarantinedRecord Rejected(string content, long? version = null) => Some.Quarantined("r1", content) with { Version = version, ContentHash = Keys.Hash(content) };

    private Task RejectAsync(string content, long? version = null) => Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Rejected(content, version)] }, Token);

    private Task<AppendResult> RetryAsync(string opened, JournalRecord read) =>
        Store.Journal.AppendAsync(Some.Page(read with { Rested = Keys.Hash(opened) }) with { IsRetry = true }, Token);

    private Task RetryRejectedAsync(string opened) => Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Rejected(opened)], IsRetry = true }, Token);
}
