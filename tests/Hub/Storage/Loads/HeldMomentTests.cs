using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Loads;

public sealed class HeldMomentsOnSqlite() : HeldMomentTests(new SqliteTestDatabase());

public sealed class HeldMomentsOnPostgres(PostgresFixture server) : HeldMomentTests(new PostgresTestDatabase(server))
{
    [Fact]
    public async Task An_answer_that_comes_while_somebody_is_evaluated_is_seen_by_the_next_evaluation_of_her()
    {
        await LoadAsync("anna");
        var anna = await WhoAsync("anna");

        // Answered and passed on after the loads were read, and before what was decided is stored: nobody else could know of her.
        await Store.Detection.DetectAsync(
            null,
            [anna],
            input =>
            {
                AnswerAsync().Wait(Token);
                return Decide(input, Some.Now);
            },
            Some.Now,
            Token);

        (await OutcomesAsync()).ShouldBe(["held"]);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBe([anna]);
        await RecheckAsync();
        (await OutcomesAsync()).ShouldBe(["signalled"]);

        Task AnswerAsync() => Task.Run(
            async () =>
            {
                await Store.Loads.AnswerAsync(Some.Source, LoadState.Released, null, "administrator:an", Some.Now, Token);
                await Store.Loads.SettleAsync(Some.Now, null, Token);
            },
            Token);
    }
}

public abstract class HeldMomentTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DetectionDecision Decision = new(new RuleSet(DefaultRules.All, []), new Router([]), new LegalGate([]));
    private static readonly LoadGuard Guard = new(AsksFirst: true, null, 5);

    [Fact]
    public async Task A_first_load_is_one_question_that_tells_its_held_moments_by_kind()
    {
        await LoadAsync("anna", "bram");
        await DetectAsync("anna", "bram");

        var question = (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem();

        question.Facts.ShouldBe(2);
        var day = BelgianTime.StartOf(new DateOnly(2026, 11, 20));
        question.Held.ShouldBe([new HeldMoments("ontslag", 2, day.AddDays(-1).ToUniversalTime(), day.ToUniversalTime())]);
        (await Store.Operations.TotalsAsync(Token)).Signals.ShouldBe(0);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Released_since_a_day_the_later_ones_become_signals_and_the_others_history()
    {
        await LoadAsync("anna", "bram");
        await DetectAsync("anna", "bram");

        var answer = await Store.Loads.AnswerAsync(Some.Source, LoadState.Released, BelgianTime.StartOf(new DateOnly(2026, 11, 20)), "administrator:an", Some.Now, Token);
        await Store.Loads.SettleAsync(Some.Now, null, Token);

        answer.ShouldBe([new LoadAnswer(LoadReason.FirstLoad, null, 1, 1)]);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).Count.ShouldBe(2);
        await RecheckAsync();
        (await OutcomesAsync()).ShouldBe(["history", "signalled"]);
        (await Store.Operations.TotalsAsync(Token)).Signals.ShouldBe(1);
        (await Store.Loads.QuestionsAsync(Token)).ShouldBeEmpty();
        (await Database.RowsAsync("SELECT kind FROM audit WHERE kind LIKE 'load%'")).ShouldBe(["load-released"]);
        (await Store.Loads.AnswerAsync(Some.Source, LoadState.Kept, null, "administrator:an", Some.Now, Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kept_they_are_history_and_so_is_what_the_load_still_brings()
    {
        await LoadAsync("anna");
        await DetectAsync("anna");

        (await Store.Loads.AnswerAsync(Some.Source, LoadState.Kept, null, "administrator:an", Some.Now, Token)).ShouldBe([new LoadAnswer(LoadReason.FirstLoad, null, 0, 1)]);
        await Store.Loads.SettleAsync(Some.Now, null, Token);
        await LoadAsync("bram");
        await DetectAsync("bram");
        await RecheckAsync();

        (await OutcomesAsync()).ShouldBe(["history", "history"]);
    }

    [Fact]
    public async Task What_is_out_of_date_by_the_time_it_is_released_is_history()
    {
        await LoadAsync("anna");
        await DetectAsync("anna");
        var late = Some.Now.AddDays(90);

        (await Store.Loads.AnswerAsync(Some.Source, LoadState.Released, null, "administrator:an", late, Token)).ShouldBe([new LoadAnswer(LoadReason.FirstLoad, null, 0, 1)]);
        await Store.Loads.SettleAsync(late, null, Token);
        await RecheckAsync(late);

        (await OutcomesAsync()).ShouldBe(["history"]);
    }

    [Fact]
    public async Task Another_source_is_not_touched_by_an_answer()
    {
        await LoadAsync("anna");
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("bram"))) with { Source = "another", Guard = Guard }, Token);
        await DetectAsync("anna", "bram");

        await Store.Loads.AnswerAsync("another", LoadState.Released, null, "administrator:an", Some.Now, Token);
        await Store.Loads.SettleAsync(Some.Now, null, Token);

        (await Store.Detection.DueRechecksAsync(Some.Now, 10, Token)).ShouldBe([await WhoAsync("bram")]);
        (await Store.Loads.QuestionsAsync(Token)).ShouldHaveSingleItem().Source.ShouldBe(Some.Source);
    }

    [Fact]
    public async Task Thousands_are_made_due_in_pages_and_again_when_that_was_cut_off()
    {
        var many = Enumerable.Range(0, 2_500).Select(i => $"citizen {i}").ToArray();
        await LoadAsync(many);
        await DetectAsync(many);
        await Store.Loads.AnswerAsync(Some.Source, LoadState.Released, null, "administrator:an", Some.Now, Token);
        var pages = new List<int>();

        await Should.ThrowAsync<InvalidOperationException>(() => Store.Loads.SettleAsync(Some.Now, people => throw new InvalidOperationException($"cut off after {people}"), Token));
        await Store.Loads.SettleAsync(Some.Now, pages.Add, Token);
        await Store.Loads.SettleAsync(Some.Now, _ => throw new InvalidOperationException("again"), Token);

        pages.ShouldBe([1000, 2000, 2500]);
        (await Store.Detection.DueRechecksAsync(Some.Now, 10_000, Token)).Count.ShouldBe(2_500);
    }

    protected static DetectionOutcome Decide(DetectionInput input, DateTimeOffset now) => Decision.Decide(input, now);

    /// <summary>A page of a first load: each lost a job, the first on the 20th and the others a day before.</summary>
    protected async Task LoadAsync(params string[] people) => await Store.Journal.AppendAsync(
        Some.Page([.. people.Select((who, i) => Some.Record($"job of {who}", Some.Ended(who, i == 0 ? "2026-11-20" : "2026-11-19")))]) with { Guard = Guard }, Token);

    protected async Task<List<string>> OutcomesAsync() => await Database.RowsAsync("SELECT outcome FROM moments ORDER BY outcome");

    protected async Task RecheckAsync(DateTimeOffset? at = null)
    {
        var now = at ?? Some.Now;
        await Store.Detection.DetectAsync(null, await Store.Detection.DueRechecksAsync(now, 10_000, Token), input => Decide(input, now), now, Token);
    }

    private async Task DetectAsync(params string[] people)
    {
        var refs = people.Length > 10
            ? (await Database.RowsAsync("SELECT ref FROM citizens")).ConvertAll(CitizenRef.Parse)
            : [.. await Task.WhenAll(people.Select(WhoAsync))];
        await Store.Detection.DetectAsync(null, refs, input => Decide(input, Some.Now), Some.Now, Token);
    }
}
