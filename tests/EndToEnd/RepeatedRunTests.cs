using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary><c>hub run --once</c> again and again on an export that changes.</summary>
public sealed class RepeatedRunTests
{
    private const string Header = "contractnummer;insz;naam;voornaam;nis;in_dienst;uit_dienst\n";
    private static readonly string Koen = TestInsz.Number(1);
    private static readonly string Yasmina = TestInsz.Number(2);
    private static readonly string Luc = TestInsz.Number(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_run_on_the_same_export_adds_nothing()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        Export(folder, Row(1, Koen, Recently.LastWeek), Row(2, Yasmina, ""), Row(3, Luc, "31/11/2026"));

        (await OnceAsync(folder)).ShouldBe(new Summary(3, 2, 0, 1, Facts: 5, Moments: 1, Withdrawn: 0, Delivered: 1));
        (await OnceAsync(folder)).ShouldBe(new Summary(0, 0, 0, 0, Facts: 0, Moments: 0, Withdrawn: 0, Delivered: 0));
        // The same rows in a newer file.
        Export(folder, Row(2, Yasmina, ""), Row(1, Koen, Recently.LastWeek), Row(3, Luc, "31/11/2026"));
        (await OnceAsync(folder)).ShouldBe(new Summary(3, 0, 2, 1, Facts: 0, Moments: 0, Withdrawn: 0, Delivered: 0));

        tool.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_row_is_superseded_and_its_moment_withdrawn_at_the_tool()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        Export(folder, Row(1, Koen, Recently.LastWeek), Row(2, Yasmina, ""));
        await OnceAsync(folder);

        Export(folder, Row(1, Koen, ""), Row(2, Yasmina, ""));
        var second = await OnceAsync(folder);

        (second.Accepted, second.Duplicate, second.Withdrawn, second.Delivered).ShouldBe((1, 1, 1, 1));
        tool.Received.Select(one => (one.Type, one.Insz)).ShouldBe([("signal.issued", Koen), ("signal.withdrawn", Koen)]);
        tool.Received.Select(one => one.SignalId).Distinct().Count().ShouldBe(1);
        var database = new HubDatabaseReader(folder);
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NOT NULL", Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_vanished_row_withdraws_its_moment_and_a_row_that_comes_back_brings_it_back()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        Export(folder, Row(1, Koen, Recently.LastWeek), Row(2, Yasmina, Recently.Written(8)));
        (await OnceAsync(folder)).Moments.ShouldBe(2);

        Export(folder, Row(2, Yasmina, Recently.Written(8)));
        (await OnceAsync(folder)).Withdrawn.ShouldBe(1);
        var withdrawal = tool.Received.Last();
        withdrawal.Type.ShouldBe("signal.withdrawn");
        withdrawal.SignalId.ShouldBe(tool.Received.Single(one => one.Insz == Koen).SignalId);

        Export(folder, Row(1, Koen, Recently.LastWeek), Row(2, Yasmina, Recently.Written(8)));
        await OnceAsync(folder);
        tool.Received.Count(one => one.Type == "signal.issued" && one.Insz == Koen).ShouldBe(2);
        tool.Received.Count(one => one.Insz == Yasmina).ShouldBe(1);
        var database = new HubDatabaseReader(folder);
        (await database.NumberAsync("SELECT count(*) FROM moments", Token)).ShouldBe(2);
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NOT NULL", Token)).ShouldBe(0);
    }

    private static void Export(HubFolder folder, params string[] rows)
    {
        var number = Directory.GetFiles(folder.Exports).Length;
        File.WriteAllText(Path.Combine(folder.Exports, $"tewerkstelling-{number:00}.csv"), Header + string.Join('\n', rows) + '\n');
    }

    private static string Row(int number, string insz, string end) => $"A60-{number};{insz};Naam;Voornaam;44021;01/12/2025;{end}";

    private static async Task<Summary> OnceAsync(HubFolder folder)
    {
        await using var hub = HubProcess.Once(folder);
        await hub.EndsWithAsync(0, Token);
        using var json = JsonDocument.Parse(hub.Output);
        var counts = json.RootElement.GetProperty("sources")[0].GetProperty("counts");
        var added = json.RootElement.GetProperty("added");
        return new Summary(
            Number(counts, "read"), Number(counts, "accepted"), Number(counts, "duplicate"), Number(counts, "quarantined"),
            Number(added, "facts"), Number(added, "moments"), Number(added, "momentsWithdrawn"), Number(added, "delivered"));
    }

    private static long Number(JsonElement parent, string name) => parent.GetProperty(name).GetInt64();

    private sealed record Summary(long Read, long Accepted, long Duplicate, long Quarantined, long Facts, long Moments, long Withdrawn, long Delivered);
}
