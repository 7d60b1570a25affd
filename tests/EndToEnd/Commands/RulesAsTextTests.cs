using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>What a coordinator does with the page on rules (<c>deploy/rules/README.md</c>) beside her: the rule is the one that the page shows.</summary>
public sealed class RulesAsTextTests
{
    private const string FileName = "werk-naast-leefloon.yaml";

    private static readonly string[] Shown = [.. Regex.Matches(
        File.ReadAllText(Path.Combine(Repository.Root, "deploy/rules/README.md")), "```(yaml|text)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Select(block => block.Groups["text"].Value)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_that_nobody_prepared_fires_and_a_rescan_takes_up_what_was_changed_in_it()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Folder(tool, Shown[0]);
        await using (var check = HubProcess.Start(folder.Path, "config", "check", "--config", folder.Path))
        {
            await check.EndsWithAsync(0, Token);
            check.Output.ShouldContain(", 1 rule.");
        }

        await using var hub = await HubProcess.RunAsync(folder, Token);
        await WorkBesideLeefloonAsync(folder, 1);
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => hub.Errors);
        (tool.Received.First().Type, tool.Received.First().Insz).ShouldBe(("signal.issued", TestInsz.Number(1)));
        tool.Received.First().Body.ShouldContain("Somebody with a leefloon starts to work");

        Write(folder, Shown[1]);
        var refused = await Rescanned.RunAsync(folder, Token);
        refused.ExitCode.ShouldBe(1);
        foreach (var mistake in Shown[2].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            refused.Errors.ShouldContain(mistake);

        Write(folder, Shown[0].Replace("starts to work", "found a job", StringComparison.Ordinal));
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("~ rule werk-naast-leefloon changed: title, text");
        await WorkBesideLeefloonAsync(folder, 2);
        await Until.TrueAsync("the signal of the changed rule arrives", () => tool.Count == 2, Token, () => hub.Errors);
        tool.Received.Last().Insz.ShouldBe(TestInsz.Number(2));
        tool.Received.Last().Body.ShouldContain("Somebody with a leefloon found a job");
    }

    [Fact]
    public async Task A_hub_with_a_mistake_in_a_rule_does_not_start_and_tells_all_of_them()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Folder(tool, Shown[1]);
        folder.Write("rules/tweede.yaml", "id: tweede\n");
        foreach (var arguments in (string[][])[["run"], ["config", "check"], ["rules"]])
        {
            await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
            await hub.EndsWithAsync(1, Token);
            foreach (var mistake in Shown[2].Split('\n', StringSplitOptions.RemoveEmptyEntries).Append("rules/tweede.yaml(1,1): when: expected the fact that makes the moment"))
                hub.Errors.ShouldContain(mistake);
        }
    }

    private static HubFolder Folder(CaseWorkersTool tool, string rule)
    {
        var folder = new HubFolder(tool.Url, tool.Secret).Authorise(HubFolder.Ocmw, HubFolder.Ocmw, ["benefit-granted", "benefit-ended"], "insz").Save();
        Directory.CreateDirectory(Path.Combine(folder.Path, "rules"));
        Write(folder, rule);
        return folder;
    }

    private static void Write(HubFolder folder, string rule) => folder.Write($"rules/{FileName}", rule);

    /// <summary>Complete exports in which these citizens, counted from one, have a leefloon and began to work three weeks ago.</summary>
    private static async Task WorkBesideLeefloonAsync(HubFolder folder, int citizens)
    {
        var today = TimeProvider.System.GetUtcNow();
        var jobs = new StringBuilder("contractnummer;insz;nis;in_dienst;uit_dienst\n");
        var grants = new StringBuilder("beslissingsnummer;insz;toegekend_vanaf;stopgezet_op\n");
        for (var i = 1; i <= citizens; i++)
        {
            jobs.Append(CultureInfo.InvariantCulture, $"A60-{i};{TestInsz.Number(i)};44021;{today.AddDays(-21):dd/MM/yyyy};\n");
            grants.Append(CultureInfo.InvariantCulture, $"B-{i};{TestInsz.Number(i)};{today.AddDays(-200):dd/MM/yyyy};\n");
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Exports, $"leefloon-{citizens}.csv"), grants.ToString(), Token);
        await File.WriteAllTextAsync(Path.Combine(folder.Exports, $"tewerkstelling-{citizens}.csv"), jobs.ToString(), Token);
        await HubAdmin.RunSourceAsync(folder, Token);
    }
}
