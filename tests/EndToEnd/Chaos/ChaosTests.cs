using System.Globalization;
using IntegrationHub.EndToEnd.Tests.Chaos.Strikes;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>
/// Whatever goes wrong, in whatever order: no record is lost, every moment exists once, every signal arrives. One short plan each; HUB_CHAOS_SEEDS=20 runs so many long ones, HUB_CHAOS_SEED the one
/// that failed (or the first of so many), HUB_CHAOS_FAULTS how many faults each has.
/// </summary>
public sealed class ChaosTests(Production production)
{
    private const int Short = 6;
    private const int Long = 28;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_two_hubs_with_PostgreSQL_and_RabbitMQ_whatever_goes_wrong_costs_nothing() => RunAsync(onServers: true, Setting("HUB_CHAOS_SEEDS") ?? 1);

    [Fact]
    public Task On_one_hub_by_itself_whatever_goes_wrong_costs_nothing() => RunAsync(onServers: false, (Setting("HUB_CHAOS_SEEDS") + 3) / 4 ?? 1);

    private async Task RunAsync(bool onServers, int seeds)
    {
        var isLong = Setting("HUB_CHAOS_SEEDS") is not null;
        var first = Setting("HUB_CHAOS_SEED") ?? Random.Shared.Next(1_000_000);
        var faults = Setting("HUB_CHAOS_FAULTS") ?? (isLong ? Long : onServers ? Short : Short - 2);
        var outcomes = new List<ChaosOutcome>();
        for (var seed = first; seed < first + seeds; seed++)
        {
            var plan = ChaosPlan.Of(seed, onServers, faults);
            // Printed before it runs: whatever becomes of it, it can be replayed.
            TestContext.Current.TestOutputHelper!.WriteLine(plan.ToString());
            outcomes.Add(await ChaosRun.OfAsync(plan, onServers ? await EmptyServersAsync() : null, Token));
            ChaosResults.Write(outcomes);
        }

        string.Join("\n\n", outcomes.Where(outcome => !outcome.IsRight)).ShouldBeEmpty();
        outcomes.Sum(outcome => outcome.Injected.Count).ShouldBeGreaterThanOrEqualTo(outcomes.Sum(outcome => outcome.Plan.Faults.Count) * 2 / 3, "Most faults should strike work in progress.");
    }

    private async Task<ServersOfOneTest> EmptyServersAsync()
    {
        var servers = await production.ForWipingAsync(Token);
        // Of the plan before, or of another test.
        if (!await BrokerStrikes.IsWipedAsync(servers.Broker, Token))
            await servers.Broker.WipeAsync(Token);
        return servers;
    }

    private static int? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
