using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>What comes all at once raises no signals but a question.</summary>
public sealed class BackfillTests(Production production)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connecting_a_source_with_50_000_years_old_facts_raises_no_signal_and_one_question(bool onServers)
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = await FolderAsync(tool, onServers);
        var jobs = new PastJobs(folder);
        jobs.Write(25_000);
        var database = new HubDatabaseReader(folder);

        var summary = await OnceAsync(folder);

        var asked = summary.GetProperty("questions").EnumerateArray().ShouldHaveSingleItem();
        (asked.GetProperty("source").GetString(), asked.GetProperty("reason").GetString()).ShouldBe((HubFolder.Ocmw, "first-load"));
        asked.GetProperty("facts").GetInt64().ShouldBeGreaterThanOrEqualTo(50_000);
        asked.GetProperty("until").ValueKind.ShouldBe(JsonValueKind.String);
        var held = asked.GetProperty("held").EnumerateArray().ShouldHaveSingleItem();
        (held.GetProperty("code").GetString(), held.GetProperty("count").GetInt32()).ShouldBe(("ontslag", jobs.Recent.Count));
        (await CountAsync(database, "signals"), await CountAsync(database, "deliveries"), await CountAsync(database, "moments WHERE outcome <> 'held'")).ShouldBe((0, 0, 0));
        (await HubAsync(0, folder, "sources")).ShouldContain($"{HubFolder.Ocmw}: its first load");
        (await HubAsync(0, folder, "backfill")).ShouldContain($"hub backfill release {HubFolder.Ocmw}");

        var since = Recently.Today.AddDays(-10);
        var signalled = jobs.Recent.Where(job => job.Value >= since).Select(job => job.Key).ToHashSet();
        var answer = await HubAsync(0, folder, "backfill", "release", HubFolder.Ocmw, "--since", $"{since:yyyy-MM-dd}");
        answer.ShouldContain($"{HubFolder.Ocmw}: {signalled.Count} moments of its first load become signals");
        answer.ShouldContain($"{jobs.Recent.Count - signalled.Count} are history.");
        (await HubAsync(1, folder, "backfill", "release", HubFolder.Ocmw)).ShouldBeEmpty();

        (await OnceAsync(folder)).GetProperty("questions").GetArrayLength().ShouldBe(0);
        tool.Received.Select(signal => signal.Insz!).ToHashSet().SetEquals(signalled).ShouldBeTrue();
        (await CountAsync(database, "moments WHERE outcome = 'history'")).ShouldBe(jobs.Recent.Count - signalled.Count);
        (await HubAsync(0, folder, "backfill", "--json")).Trim().ShouldBe("[]");
    }

    [Fact]
    public async Task What_is_kept_stays_history_and_what_comes_afterwards_is_signalled_until_a_day_brings_far_more()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = await FolderAsync(tool, onServers: false);
        var jobs = new PastJobs(folder);
        var database = new HubDatabaseReader(folder);
        jobs.Write(100);
        await OnceAsync(folder);

        (await HubAsync(0, folder, "backfill", "keep", HubFolder.Ocmw)).ShouldContain("2 moments of its first load are history now");
        (await OnceAsync(folder)).GetProperty("questions").GetArrayLength().ShouldBe(0);
        (tool.Count, await CountAsync(database, "moments WHERE outcome = 'history'")).ShouldBe((0, 2));

        jobs.Write(200);
        (await OnceAsync(folder)).GetProperty("questions").GetArrayLength().ShouldBe(0);
        tool.Count.ShouldBe(2);

        jobs.Write(2_000);
        (await OnceAsync(folder)).GetProperty("questions")[0].GetProperty("reason").GetString().ShouldBe("jump");
        var before = tool.Count;
        var waiting = await CountAsync(database, "moments WHERE outcome = 'held'");
        waiting.ShouldBeGreaterThan(0);
        (await HubAsync(0, folder, "backfill", "release", HubFolder.Ocmw)).ShouldContain($"{waiting} moments of a day with far more than usual become signals");
        await OnceAsync(folder);
        tool.Count.ShouldBe(before + (int)waiting);
        (await CountAsync(database, "moments")).ShouldBe(jobs.Recent.Count);
    }

    [Fact]
    public async Task A_hub_that_is_killed_in_the_middle_of_a_first_load_holds_all_of_it()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = await FolderAsync(tool, onServers: false);
        var jobs = new PastJobs(folder);
        jobs.Write(10_000);
        var database = new HubDatabaseReader(folder);
        foreach (var records in new[] { 1, 4_000 })
        {
            await using var killed = HubProcess.Once(folder);
            await Until.TrueAsync($"{records} records are stored", async () => await database.RecordsAsync(Token) >= records || killed.End.IsCompleted, Token, () => killed.Errors);
            await killed.KillAsync(Token);
        }

        var summary = await OnceAsync(folder);

        summary.GetProperty("questions").EnumerateArray().ShouldHaveSingleItem().GetProperty("held")[0].GetProperty("count").GetInt32().ShouldBe(jobs.Recent.Count);
        (await CountAsync(database, "signals"), tool.Count).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Two_hubs_hold_a_first_load_and_issue_each_signal_once_when_it_is_released_while_they_run()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = await FolderAsync(tool, onServers: true);
        using var second = folder.ForAnotherHost("two");
        var jobs = new PastJobs(folder);
        jobs.Write(5_000);
        var database = new HubDatabaseReader(folder);
        await using var one = await HubProcess.RunAsync(folder, Token);
        await using var two = await HubProcess.RunAsync(second, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        // Answered while it is still being read: what comes after the answer follows it too.
        await Until.TrueAsync("some are held", async () => await CountAsync(database, "moments") > 10, Token, () => one.Errors);
        (await CountAsync(database, "signals")).ShouldBe(0);

        await HubAsync(0, folder, "backfill", "release", HubFolder.Ocmw);

        await Until.TrueAsync("every signal arrived", () => tool.Count >= jobs.Recent.Count, Token, () => one.Errors + two.Errors);
        await Until.TrueAsync("nothing waits", async () => await CountAsync(database, "batches WHERE processed_at IS NULL") + await CountAsync(database, "rechecks") == 0, Token);
        (await CountAsync(database, "signals"), await CountAsync(database, "moments"), await CountAsync(database, "moments WHERE outcome <> 'signalled'")).ShouldBe((jobs.Recent.Count, jobs.Recent.Count, 0));
        tool.Received.Select(signal => signal.Insz!).ToHashSet().SetEquals(jobs.Recent.Keys).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_answers_are_refused_with_what_to_do()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = await FolderAsync(tool, onServers: false);

        (await RunAsync(1, folder, "backfill")).Errors.ShouldContain("There is no store yet");
        await OnceAsync(folder);
        (await HubAsync(0, folder, "backfill")).Trim().ShouldBe("Nothing waits for an answer.");
        (await RunAsync(1, folder, "backfill", "keep", HubFolder.Ocmw)).Errors.ShouldContain($"Nothing of {HubFolder.Ocmw} waits for an answer.");
        (await RunAsync(2, folder, "backfill", "keep", "nobody")).Errors.ShouldContain("'nobody' is no source of this configuration.");
        (await RunAsync(2, folder, "backfill", "release", HubFolder.Ocmw, "--since", "1/2/2026")).Errors.ShouldContain("--since: expected a day as yyyy-MM-dd, such as 2026-12-31.");
        (await RunAsync(2, folder, "backfill", "release", HubFolder.Ocmw, "--since", "2999-01-01")).Errors.ShouldContain("lies in the future");
    }

    private async Task<HubFolder> FolderAsync(CaseWorkersTool tool, bool onServers)
    {
        var folder = new HubFolder(tool.Url, tool.Secret).AskingAboutLoads();
        if (onServers)
            folder.On(await production.ForOneTestAsync(Token));
        return folder.Save();
    }

    private static async Task<JsonElement> OnceAsync(HubFolder folder)
    {
        await using var hub = HubProcess.Once(folder);
        await hub.EndsWithAsync(0, Token);
        return JsonSerializer.Deserialize<JsonElement>(hub.Output);
    }

    private static async Task<string> HubAsync(int code, HubFolder folder, params string[] arguments) => (await RunAsync(code, folder, arguments)).Output;

    private static async Task<(string Output, string Errors)> RunAsync(int code, HubFolder folder, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(code, Token);
        return (hub.Output, hub.Errors);
    }

    private static Task<long> CountAsync(HubDatabaseReader database, string of) => database.NumberAsync($"SELECT count(*) FROM {of}", Token);
}
