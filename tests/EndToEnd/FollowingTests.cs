using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>A service inside the trust boundary that follows what the hub tells on the bus.</summary>
public sealed class FollowingTests(Production production)
{
    private const int Rows = 20_000;
    private const string Follower = "statistics";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_moment_signal_and_delivery_is_told_though_the_hub_is_killed_in_the_middle()
    {
        var servers = await production.ForOneTestAsync(Token);
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).On(servers).Save();
        var export = JobsExport.Write(folder, Rows);
        var accounting = new Accounting(folder, export, tool);
        await using (var first = await HubProcess.RunAsync(folder, Token))
        {
            await servers.ListenInAsync("integrationhub.events", Follower, Token);
            await HubAdmin.RunSourceAsync(folder, Token);
            await Until.TrueAsync("some signals arrived", () => tool.Count > 10, Token, () => first.Errors);
            await first.KillAsync(Token);
        }

        await using var second = await HubProcess.RunAsync(folder, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        await accounting.UntilDoneAsync(second, Token);

        await accounting.ShouldBeCompleteAsync(Token);
        var told = Events(await servers.MessagesAsync(Follower, Token));
        (await IdsAsync(accounting, "SELECT id FROM moments")).SetEquals(Named(told, "scharniermoment-detected", "moment")).ShouldBeTrue();
        (await IdsAsync(accounting, "SELECT id FROM signals")).SetEquals(Named(told, "signal-issued", "signal")).ShouldBeTrue();
        (await IdsAsync(accounting, "SELECT signal_id FROM deliveries WHERE state = 'delivered'")).SetEquals(Named(told, "signal-delivered", "signal")).ShouldBeTrue();
        // What the broker has twice has one id, by which whoever follows knows it.
        told.DistinctBy(one => one.GetProperty("id").GetString()).Count().ShouldBe(3 * export.LostJob.Count);
        (await servers.QueuesAsync(Token)).Keys.ShouldBe([Follower, "integrationhub.detector"], ignoreOrder: true);
    }

    private static List<JsonElement> Events(IEnumerable<string> messages) =>
        [.. messages.SelectMany(message => JsonDocument.Parse(JsonDocument.Parse(message).RootElement.GetProperty("payload").GetString()!).RootElement.EnumerateArray())];

    private static IEnumerable<Guid> Named(IEnumerable<JsonElement> told, string contract, string property) => told
        .Where(one => one.GetProperty("type").GetString() == $"be.integrationhub.{contract}.v1").Select(one => one.GetProperty("data").GetProperty(property).GetGuid());

    private static async Task<HashSet<Guid>> IdsAsync(Accounting accounting, string sql) => [.. await accounting.Database.RowsAsync(sql, row => row.GetGuid(0), Token)];
}
