using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.History;

public sealed class HistoryOnSqlite() : HistoryTests(new SqliteTestDatabase());

public sealed class HistoryOnPostgres(PostgresFixture server) : HistoryTests(new PostgresTestDatabase(server));

public abstract class HistoryTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task Page_after_page_gives_every_citizen_once_in_the_order_of_references()
    {
        await AppendAsync([.. Enumerable.Range(0, 25).Select(i => Some.Record($"r{i}", Some.Ended($"citizen-{i}")))]);

        var pages = new List<IReadOnlyList<CitizenRef>>();
        while (await Store.History.CitizensAsync(pages.LastOrDefault()?[^1], 10, Token) is { Count: > 0 } page)
            pages.Add(page);

        pages.Select(page => page.Count).ShouldBe([10, 10, 5]);
        var all = pages.SelectMany(page => page).ToList();
        all.ShouldBe(all.Order());
        all.ShouldBeUnique();
        (await Store.History.CountCitizensAsync(Token)).ShouldBe(25);
    }

    [Fact]
    public async Task A_history_has_every_version_and_what_was_withdrawn()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-19")));
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-20")));
        await AppendAsync(Some.Record("r1"));

        var history = await LoadAsync("anna", "employment-ended", "fact-withdrawn");

        history.Own.OrderBy(fact => fact.Revision).Select(fact => (fact.Revision, FactContract.NameOf(fact.GetType())))
            .ShouldBe([(1, "employment-ended"), (2, "employment-ended"), (3, "fact-withdrawn")]);
    }

    [Fact]
    public async Task Only_the_contracts_that_are_asked_for_are_read()
    {
        await AppendAsync(Some.Record("r1", Some.Started("anna"), Some.Ended("anna")), Some.Record("r2", Some.FileOpened("anna", "{}")));

        (await LoadAsync("anna", "employment-ended")).Own.ShouldHaveSingleItem().ShouldBeOfType<EmploymentEnded>();
    }

    [Fact]
    public async Task With_a_history_come_the_facts_of_who_shared_the_household_also_from_another_page()
    {
        await AppendAsync(
            Some.Record("h", Some.Household("anna", "anna", "bram")), Some.Record("r1", Some.Ended("anna")), Some.Record("r2", Some.Ended("bram")), Some.Record("r3", Some.Ended("carl")));
        var (anna, bram) = (await WhoAsync("anna"), await WhoAsync("bram"));

        var alone = await Store.History.LoadAsync([anna], ["employment-ended"], ["employment-ended", "household-changed"], Token);
        var together = await Store.History.LoadAsync([anna, bram], ["employment-ended", "household-changed"], ["employment-ended", "household-changed"], Token);

        alone.ShouldHaveSingleItem().Household.ShouldHaveSingleItem().Citizen.ShouldBe(bram);
        together.Select(history => history.Citizen).ShouldBe([anna, bram]);
        together[0].Household.ShouldHaveSingleItem().Citizen.ShouldBe(bram);
        together[1].Household.Select(fact => fact.Citizen).ShouldBe([anna, anna]);
    }

    [Fact]
    public async Task With_it_comes_what_registers_say_of_who_lives_with_them_now_and_nothing_else_of_these()
    {
        await AppendAsync(Some.Record("h", Some.Household("anna", "anna", "bram")), Some.Record("h2", Some.Household("carl", "carl", "bram")), Some.Record("r3", Some.Ended("carl")));
        var (anna, carl) = (await WhoAsync("anna"), await WhoAsync("carl"));

        foreach (CitizenRef[] page in new CitizenRef[][] { [anna], [anna, carl] })
        {
            var history = (await Store.History.LoadAsync(page, ["household-changed", "employment-ended"], ["household-changed", "employment-ended"], Token))[0];
            history.Household.ShouldHaveSingleItem().ShouldBeOfType<HouseholdChanged>().Citizen.ShouldBe(carl);
        }
    }

    [Fact]
    public async Task Of_two_references_that_were_one_person_the_surviving_one_is_found()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna-old")), Some.Record("r2", Some.Ended("anna", key: "end-2")));
        var old = await WhoAsync("anna-old");
        await AppendAsync(Some.Record("r3", Some.Replaced("anna-old", "anna")));

        var found = await Store.History.FindAsync(old, Token);

        found.ShouldBe(await WhoAsync("anna"));
        (await Store.History.CitizensAsync(null, 10, Token)).ShouldBe([found!.Value]);
        (await Store.History.LoadAsync([found.Value], ["employment-ended"], [], Token))[0].Own.Count.ShouldBe(2);
        (await Store.History.FindAsync(CitizenRef.New(), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Whom_a_record_is_about_is_found_by_its_source_and_id()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna-old")), Some.Record("r2", Some.Ended("bram")));
        await AppendAsync(Some.Record("r3", Some.Replaced("anna-old", "anna")));
        var source = (await LoadAsync("bram", "employment-ended")).Own[0].Source;

        (await Store.History.FindAsync(source, "r1", Token)).ShouldBe([await WhoAsync("anna")]);
        (await Store.History.FindAsync(source, "r2", Token)).ShouldBe([await WhoAsync("bram")]);
        (await Store.History.FindAsync(source, "r9", Token)).ShouldBeEmpty();
        (await Store.History.FindAsync("another", "r2", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_that_was_left_out_is_no_history()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        await Store.Detection.QuarantineBatchAsync(batch.Id, "a fact that the rules can evaluate", Some.Now, Token);

        (await LoadAsync("anna", "employment-ended")).Own.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_no_hub_ran_on_has_no_history()
    {
        (await Store.History.ExistsAsync(Token)).ShouldBeTrue();
        await Database.RowsAsync("DROP TABLE loads");
        (await Store.History.ExistsAsync(Token)).ShouldBeFalse();
    }

    private async Task<CitizenHistory> LoadAsync(string who, params string[] contracts) =>
        (await Store.History.LoadAsync([await WhoAsync(who)], contracts, [], Token)).ShouldHaveSingleItem();
}
