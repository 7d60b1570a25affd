using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class IdentityOnSqlite() : IdentityTests(() => new SqliteTestDatabase());

public sealed class IdentityOnPostgres(PostgresFixture server) : IdentityTests(() => new PostgresTestDatabase(server));

public abstract class IdentityTests(Func<TestDatabase> another) : StoreTests(another())
{
    [Fact]
    public async Task A_new_number_of_a_known_citizen_is_an_alias()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("old")));
        await AppendAsync(Some.Record("r2", Some.Replaced("old", "new")), Some.Record("r3", Some.Started("new")));

        (await PublishedAsync()).Select(fact => fact.Citizen).Distinct().ShouldBe([await WhoAsync("old")]);
        (await WhoAsync("new")).ShouldBe(await WhoAsync("old"));
    }

    [Fact]
    public async Task Two_unknown_numbers_become_one_citizen()
    {
        await AppendAsync(Some.Record("r1", Some.Replaced("old", "new")));
        (await WhoAsync("new")).ShouldBe(await WhoAsync("old"));
        (await Store.Operations.TotalsAsync(Token)).Citizens.ShouldBe(1);
    }

    [Fact]
    public async Task Two_known_citizens_become_the_one_of_the_new_number_with_everything_they_had()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("old", "2026-11-10")), Some.Record("h", Some.Household("bram", "bram", "old")));
        await AppendAsync(Some.Record("r2", Some.Ended("new", "2026-11-20")));
        var (old, current, bram) = (await WhoAsync("old"), await WhoAsync("new"), await WhoAsync("bram"));
        await DetectAsync(old);
        await DetectAsync(current);

        await AppendAsync(Some.Record("r3", Some.Replaced("old", "new")));

        // Who still holds the old reference (a batch on the bus) is led to the survivor.
        var input = await SeenAsync(old);
        input.Citizens.ShouldBe(new[] { current, bram }.Order());
        input.Facts[current].OfType<EmploymentEnded>().Select(fact => (fact.RecordId, fact.Citizen)).Order().ShouldBe([("r1", current), ("r2", current)]);
        input.Facts[bram].OfType<HouseholdChanged>().Single().OtherCitizens().ShouldBe([bram, current]);
        input.Moments[current].Count.ShouldBe(2);
        input.Facts.Keys.ShouldNotContain(old);

        await DetectAsync(old);
        var moments = (await SeenAsync(current)).Moments[current];
        moments.Single(moment => moment.Moment.Anchor.RecordId == "r1").IsWithdrawn.ShouldBeTrue();
        moments.Single(moment => moment.Moment.Anchor.RecordId == "r2").IsWithdrawn.ShouldBeFalse();
    }

    [Fact]
    public async Task A_record_of_the_absorbed_citizen_can_still_change_and_vanish()
    {
        await AppendAsync(Some.Record("r1", Some.Started("old"), Some.Ended("old")), Some.Record("r2", Some.Ended("new")));
        await AppendAsync(Some.Record("r3", Some.Replaced("old", "new")));
        await PublishedAsync();

        var result = await AppendAsync(Some.Record("r1", Some.Started("old")));

        result.Withdrawn.ShouldBe(1);
        (await PublishedAsync()).ShouldAllBe(fact => fact.Revision == 2);
        (await SeenAsync(await WhoAsync("new"))).Facts.Values.Single().OfType<FactWithdrawn>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_chain_of_replacements_leads_to_the_last()
    {
        await AppendAsync(Some.Record("a", Some.Ended("a")), Some.Record("b", Some.Ended("b")), Some.Record("c", Some.Ended("c")));
        var first = await WhoAsync("a");
        await AppendAsync(Some.Record("ab", Some.Replaced("a", "b")));
        await AppendAsync(Some.Record("bc", Some.Replaced("b", "c")));
        (await SeenAsync(first)).Citizens.ShouldBe([await WhoAsync("c")]);
        (await WhoAsync("a")).ShouldBe(await WhoAsync("c"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task However_late_the_replacement_comes_the_result_is_that_of_one_citizen_from_the_start(int seed)
    {
        var random = new Random(seed);
        var records = new List<JournalRecord> { Some.Record("replaced", Some.Replaced("old", "new")) };
        for (var i = 0; i < 12; i++)
        {
            var who = random.Next(3) switch { 0 => "old", 1 => "new", _ => "bram" };
            records.Add(Some.Record($"r{i % 9}", (random.Next(3)) switch
            {
                0 => Some.Household(who, who, random.Next(2) == 0 ? "old" : "carla"),
                1 => Some.Started(who, $"2026-01-{1 + random.Next(28):D2}", $"start{i}"),
                _ => Some.Ended(who, $"2026-10-{1 + random.Next(28):D2}", $"end{i}"),
            }));
        }

        // The replacement anywhere, the records in their order; detection in between.
        var late = records.Skip(1).ToList();
        late.Insert(random.Next(late.Count + 1), records[0]);
        foreach (var record in late)
        {
            await AppendAsync(record);
            await ProcessAsync();
        }

        await using var fresh = another();
        await fresh.CreateAsync(Token);
        await using var reference = fresh.Open();
        await reference.MigrateAsync(Token);
        foreach (var record in records)
            await reference.Journal.AppendAsync(Some.Page(record), Token);

        (await TimelineAsync(Store, Database)).ShouldBe(await TimelineAsync(reference, fresh));
    }

    /// <summary>What holds about the citizen and her mates, with names instead of references.</summary>
    private static async Task<List<string>> TimelineAsync(IHubStore store, TestDatabase database)
    {
        var names = new Dictionary<CitizenRef, string>();
        foreach (var name in new[] { "bram", "carla", "new" })
        {
            if (await FindAsync(database, name) is { } citizen)
                names[citizen] = name;
        }

        var current = (await FindAsync(database, "new"))!.Value;
        DetectionInput? input = null;
        await store.Detection.DetectAsync(null, [current], seen => Nothing(input = seen), Some.Now, Token);
        var lines = new List<string>();
        foreach (var (citizen, facts) in input!.Facts)
        {
            lines.AddRange(Timeline.Of(citizen, facts).Own
                .Select(fact => string.Join(' ', names[citizen], fact.RecordId, fact.FactKey, fact.Revision, fact.OccurredAt, string.Join('+', fact.OtherCitizens().Select(other => names[other])))));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    private async Task ProcessAsync()
    {
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 1_000, TimeSpan.FromMinutes(5), Some.Now, Token))
        {
            var citizens = Read(batch).SelectMany(fact => fact.OtherCitizens().Append(fact.Citizen)).ToList();
            await Store.Detection.DetectAsync(batch.Id, citizens, input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
        }
    }

    private Task<bool> DetectAsync(CitizenRef citizen) => Store.Detection.DetectAsync(null, [citizen], input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
}
