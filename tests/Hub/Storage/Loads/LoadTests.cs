using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Loads;

public sealed class LoadsOnSqlite() : LoadTests(new SqliteTestDatabase());

public sealed class LoadsOnPostgres(PostgresFixture server) : LoadTests(new PostgresTestDatabase(server));

public abstract class LoadTests(TestDatabase database) : StoreTests(database)
{
    private static readonly LoadGuard Pull = new(AsksFirst: true, null, 5);
    private static readonly LoadGuard Push = new(AsksFirst: true, LoadGuard.FirstOfPush, 5);

    [Fact]
    public async Task The_first_facts_of_a_source_that_is_read_are_a_load_until_it_was_read_to_its_end()
    {
        (await PageAsync(Pull, Some.Now, 2)).Opened.ShouldBe(LoadReason.FirstLoad);
        (await PageAsync(Pull, Some.Now.AddMinutes(1), 3, "b")).Opened.ShouldBeNull();
        (await AskedAsync()).ShouldBe([(LoadReason.FirstLoad, Some.Now, null, 5)]);

        await Store.Loads.EndFirstAsync(Some.Source, Some.Now.AddMinutes(2), Token);
        await Store.Loads.EndFirstAsync(Some.Source, Some.Now.AddMinutes(9), Token);
        (await PageAsync(Pull, Some.Now.AddMinutes(3), 4, "c")).Opened.ShouldBeNull();

        (await AskedAsync()).ShouldBe([(LoadReason.FirstLoad, Some.Now, Some.Now.AddMinutes(2), 5)]);
    }

    [Fact]
    public async Task The_first_facts_that_are_sent_are_a_load_for_a_day()
    {
        await PageAsync(Push, Some.Now, 1);
        await PageAsync(Push, Some.Now.AddHours(25), 1, "b");

        (await AskedAsync()).ShouldBe([(LoadReason.FirstLoad, Some.Now, Some.Now.AddHours(24), 1)]);
    }

    [Fact]
    public async Task A_page_that_brings_no_fact_begins_no_load()
    {
        (await Store.Journal.AppendAsync(Some.Page() with { Guard = Pull, Quarantined = [Some.Quarantined("q")] }, Token)).Opened.ShouldBeNull();
        await Store.Loads.EndFirstAsync(Some.Source, Some.Now, Token);

        (await PageAsync(Pull, Some.Now.AddDays(1), 1)).Opened.ShouldBe(LoadReason.FirstLoad);
    }

    [Fact]
    public async Task Several_hosts_to_which_the_first_records_are_pushed_at_once_open_one_load_that_holds_them_all()
    {
        await using var other = Database.Open();
        var opened = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
            (await (i % 2 == 0 ? Store : other).Journal.AppendAsync(Some.Page(Some.Record($"r{i}", Some.Ended($"citizen {i}"))) with { Guard = Push, KnownAt = Some.Now.AddSeconds(-i) }, Token)).Opened)));

        opened.Count(one => one is not null).ShouldBe(1);
        (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem().Facts.ShouldBe(16);
        for (var i = 0; i < 16; i++)
        {
            var input = await SeenAsync(await WhoAsync($"citizen {i}"));
            input.Loads.ShouldHaveSingleItem().Holds(Some.Source, input.Facts.Values.Single().Single().KnownAt).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_page_that_was_not_stored_opened_nothing()
    {
        await Should.ThrowAsync<Exception>(() => Store.Journal.AppendAsync(
            Some.Page(Some.Record("r", Some.Ended("anna"))) with { Guard = Pull, Checkpoint = "x", Quarantined = [Some.Quarantined("q") with { Kind = null! }] }, Token));

        (await Store.Loads.QuestionsAsync(Token)).ShouldBeEmpty();
        (await PageAsync(Pull, Some.Now, 1)).Opened.ShouldBe(LoadReason.FirstLoad);
    }

    [Fact]
    public async Task A_first_load_that_is_not_to_be_asked_about_is_released_and_ends_as_any_other()
    {
        (await PageAsync(Pull with { AsksFirst = false }, Some.Now, 1)).Opened.ShouldBeNull();

        (await Store.Loads.QuestionsAsync(Token)).ShouldBeEmpty();
        (await SeenAsync(await WhoAsync("citizen a0"))).Loads.ShouldBeEmpty();
        await Store.Loads.EndFirstAsync(Some.Source, Some.Now, Token);
        (await PageAsync(Pull, Some.Now.AddHours(1), 1, "b")).Opened.ShouldBeNull();
    }

    [Fact]
    public async Task A_source_that_was_read_before_there_were_loads_has_no_first_load_and_its_days_are_known()
    {
        for (var day = 1; day <= 3; day++)
            await Store.Journal.AppendAsync(Some.Page(Records(300, $"d{day}-")) with { KnownAt = Some.Now.AddDays(-day) }, Token);
        await ForgetLoadsAsync();

        await Store.MigrateAsync(Token);

        (await PageAsync(Pull, Some.Now, 1400)).Opened.ShouldBeNull();
        (await PageAsync(Pull, Some.Now, 200, "b")).Opened.ShouldBe(LoadReason.Jump);
        (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem().Reason.ShouldBe(LoadReason.Jump);
    }

    [Fact]
    public async Task More_than_a_share_of_the_usual_day_is_a_load_until_the_end_of_that_day()
    {
        await KnownAsync();
        foreach (var (ago, facts) in new[] { (9, 250), (8, 230), (5, 3000), (1, 240) })
            await DayAsync(ago, facts);

        (await PageAsync(Pull, Some.Now, 1200)).Opened.ShouldBeNull();
        (await PageAsync(Pull, Some.Now.AddMinutes(1), 51, "b")).Opened.ShouldBe(LoadReason.Jump);
        (await PageAsync(Pull, Some.Now.AddMinutes(2), 100, "c")).Opened.ShouldBeNull();

        var midnight = BelgianTime.StartOf(new DateOnly(2026, 11, 22));
        var question = (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem();
        (question.Reason, question.OpenedAt, question.Facts).ShouldBe((LoadReason.Jump, Some.Now.AddMinutes(1), 1351));
        question.Until.ShouldBe(midnight.AddMicroseconds(-1));
        var load = (await SeenAsync(await WhoAsync("citizen c0"))).Loads.ShouldHaveSingleItem();
        (load.From, load.State).ShouldBe((BelgianTime.StartOf(new DateOnly(2026, 11, 21)), LoadState.Open));
        (await PageAsync(Pull, midnight, 900, "d")).Opened.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_quiet_month_a_thousand_facts_of_a_day_are_a_jump()
    {
        await KnownAsync();
        await DayAsync(40, 5000);
        await DayAsync(29, 5000);

        (await PageAsync(Pull, Some.Now, 999)).Opened.ShouldBeNull();
        (await PageAsync(Pull, Some.Now, 1, "b")).Opened.ShouldBe(LoadReason.Jump);
        (await Database.RowsAsync("SELECT DISTINCT day FROM source_days")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_large_first_load_makes_no_day_usual_and_is_no_jump_itself()
    {
        await PageAsync(Pull, Some.Now, 3000);
        await Store.Loads.EndFirstAsync(Some.Source, Some.Now.AddMinutes(1), Token);

        (await PageAsync(Pull, Some.Now.AddMinutes(2), 999, "b")).Opened.ShouldBeNull();
        (await PageAsync(Pull, Some.Now.AddMinutes(3), 1, "c")).Opened.ShouldBe(LoadReason.Jump);

        var questions = await Store.Loads.QuestionsAsync(Token);
        questions.Select(question => (question.Reason, question.Facts)).ShouldBe([(LoadReason.FirstLoad, 3000), (LoadReason.Jump, 1000)]);
    }

    [Fact]
    public async Task A_large_source_is_asked_about_once_after_its_first_load_and_not_every_day()
    {
        var guard = Pull with { Jump = 1.2 };
        await KnownAsync();
        for (var page = 0; page < 3; page++)
            (await PageAsync(guard, Some.Now.AddMinutes(page), 500, $"a{page}-")).Opened.ShouldBe(page == 1 ? LoadReason.Jump : null);

        for (var page = 0; page < 3; page++)
            (await PageAsync(guard, Some.Now.AddDays(1).AddMinutes(page), 500, $"b{page}-")).Opened.ShouldBeNull();

        (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem().Facts.ShouldBe(1500);
    }

    [Fact]
    public async Task What_is_known_already_is_no_jump_and_a_factor_of_nought_asks_never()
    {
        await KnownAsync();
        await PageAsync(Pull with { Jump = 0 }, Some.Now, 3000);
        (await PageAsync(Pull, Some.Now.AddDays(1), 3000)).Opened.ShouldBeNull();

        (await Store.Loads.QuestionsAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_jump_that_two_hosts_see_is_one_load()
    {
        await KnownAsync();
        await using var other = Database.Open();
        var opened = await Task.WhenAll(new[] { Store, other }.Select((store, i) => Task.Run(async () =>
        {
            for (var page = 0; page < 6; page++)
                await store.Journal.AppendAsync(Some.Page(Records(250, $"{i}-{page}-")) with { Guard = Pull }, Token);
            return true;
        })));

        opened.Length.ShouldBe(2);
        (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem().Facts.ShouldBe(3000);
    }

    private static JournalRecord[] Records(int count, string prefix) => [.. Enumerable.Range(0, count).Select(i => Some.Record(prefix + i, Some.Ended($"citizen {prefix}{i}")))];

    private Task<AppendResult> PageAsync(LoadGuard guard, DateTimeOffset knownAt, int count, string prefix = "a") =>
        Store.Journal.AppendAsync(Some.Page(Records(count, prefix)) with { Guard = guard, KnownAt = knownAt }, Token);

    private async Task<IEnumerable<(LoadReason, DateTimeOffset, DateTimeOffset?, long)>> AskedAsync() =>
        (await Store.Loads.QuestionsAsync(Token)).Select(question => (question.Reason, question.OpenedAt, question.Until, question.Facts));

    /// <summary>A source whose first load is long past.</summary>
    private async Task KnownAsync()
    {
        await PageAsync(Pull with { AsksFirst = false }, Some.Now.AddDays(-60), 1, "known");
        await Store.Loads.EndFirstAsync(Some.Source, Some.Now.AddDays(-60), Token);
    }

    /// <summary>What a day of the past brought, as the table holds it.</summary>
    private Task DayAsync(int ago, int facts) => ExecuteAsync(
        $"INSERT INTO source_days (source, day, shard, facts) VALUES ('{Some.Source}', {DateOnly.FromDateTime(Some.Now.UtcDateTime).DayNumber - ago}, 3, {facts})");

    private Task ForgetLoadsAsync() => ExecuteAsync("DROP INDEX moments_held; DROP TABLE loads; DROP TABLE source_days; DELETE FROM schema_version WHERE version = 6");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = Database.Connect();
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }
}
