using System.Diagnostics;
using System.Text;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>The table of a run, for a person: <c>artifacts/chaos/RESULTS.md</c>. Written again after each plan, so that a run that is cut short leaves what it has.</summary>
internal static class ChaosResults
{
    private static string Folder { get; } = Directory.CreateDirectory(Path.Combine(Artifacts.Folder, "chaos")).FullName;

    public static void Write(IReadOnlyList<ChaosOutcome> outcomes)
    {
        var servers = outcomes.Any(outcome => outcome.Plan.OnServers);
        var text = new StringBuilder();
        text.AppendLine($"## {(servers ? "Two hubs on PostgreSQL and RabbitMQ" : "One hub, embedded (SQLite, no RabbitMQ)")}").AppendLine();
        text.AppendLine($"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, commit {Commit()}, {Environment.ProcessorCount} cores, {outcomes.Count} seeds of {outcomes.Max(outcome => outcome.Plan.Faults.Count)} faults.").AppendLine();
        text.AppendLine("| Seed | Faults | Records | Moments | Lost | Missing | Doubled | Undelivered | Sent again | Seconds | of which to settle |").AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (seed, some) in outcomes.Select(outcome => ($"{outcome.Plan.Seed}{(outcome.IsRight ? "" : " (wrong)")}", (IReadOnlyList<ChaosOutcome>)[outcome])).Append(("**all**", outcomes)))
        {
            text.AppendLine(
                $"| {seed} | {some.Sum(one => one.Injected.Count)} | {some.Sum(one => one.Reckoning.Records)} | {some.Sum(one => one.Reckoning.Moments)} | {some.Sum(one => one.Reckoning.Lost)} "
                + $"| {some.Sum(one => one.Reckoning.Missing)} | {some.Sum(one => one.Reckoning.Doubled)} | {some.Sum(one => one.Reckoning.Undelivered)} | {some.Sum(one => one.Reckoning.SentAgain)} "
                + $"| {some.Sum(one => one.Took.TotalSeconds):0} | {some.Sum(one => one.Settling.TotalSeconds):0} |");
        }

        text.AppendLine().AppendLine("| Fault | Planned | Struck work in progress |").AppendLine("|---|---|---|");
        foreach (var kind in outcomes.SelectMany(outcome => outcome.Plan.Faults).GroupBy(fault => fault.Kind).OrderBy(kind => kind.Key))
            text.AppendLine($"| {kind.Key} | {kind.Count()} | {outcomes.Sum(outcome => outcome.Injected.Count(one => one == kind.Key))} |");
        text.AppendLine($"| **all** | {outcomes.Sum(outcome => outcome.Plan.Faults.Count)} | {outcomes.Sum(outcome => outcome.Injected.Count)} |");
        File.WriteAllText(Path.Combine(Folder, servers ? "RESULTS-servers.md" : "RESULTS-embedded.md"), text.ToString());
        File.AppendAllText(Path.Combine(Folder, "outcomes.log"), $"{TimeProvider.System.GetUtcNow():HH:mm:ss} {outcomes[^1]}\n");
    }

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "rev-parse", "--short", "HEAD"]) { RedirectStandardOutput = true, UseShellExecute = false });
        return git?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
    }
}
