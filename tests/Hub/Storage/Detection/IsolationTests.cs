using System.Collections.Concurrent;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Detection;

public sealed class IsolationOnSqlite() : IsolationTests(new SqliteTestDatabase());

public sealed class IsolationOnPostgres(PostgresFixture server) : IsolationTests(new PostgresTestDatabase(server));

public abstract class IsolationTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task Hosts_never_interleave_on_one_citizen_and_never_lock_each_other_out()
    {
        const int citizens = 30;
        await AppendAsync([.. Enumerable.Range(0, citizens).Select(i => Some.Record($"r{i}", Some.Ended($"citizen {i}")))]);
        var all = new List<CitizenRef>();
        for (var i = 0; i < citizens; i++)
            all.Add(await WhoAsync($"citizen {i}"));
        await using var other = Database.Open();
        var busy = new ConcurrentDictionary<CitizenRef, bool>();
        var met = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                var random = new Random(worker);
                for (var i = 0; i < 15; i++)
                {
                    var some = all.OrderBy(_ => random.Next()).Take(10).ToList();
                    await (worker % 2 == 0 ? Store : other).Detection.DetectAsync(null, some, Evaluate, Some.Now, Token);
                }
            },
            Token)));

        met.ShouldBe(0);
        (await Store.Operations.TotalsAsync(Token)).Moments.ShouldBe(citizens);

        DetectionOutcome Evaluate(DetectionInput input)
        {
            foreach (var citizen in input.Citizens)
            {
                if (!busy.TryAdd(citizen, true))
                    Interlocked.Increment(ref met);
            }

            Thread.SpinWait(20_000);
            var outcome = Outcomes.Detect(input, Some.Now);
            foreach (var citizen in input.Citizens)
                busy.TryRemove(citizen, out _);
            return outcome;
        }
    }
}
