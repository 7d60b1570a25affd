using System.Text.Json;
using IntegrationHub.Storage.Operations;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary>What one pass did.</summary>
/// <param name="Sources">What was read, by source.</param>
/// <param name="Added">What came of it.</param>
/// <param name="InQuarantine">How many records rest in quarantine in all.</param>
/// <param name="Questions">What came all at once and raised no signal, until an administrator answers.</param>
/// <param name="Warnings">What was dropped, or cannot come, as the configuration is.</param>
internal sealed record OnceSummary(IReadOnlyList<SourceSummary> Sources, Changes Added, long InQuarantine, IReadOnlyList<AskedLoad> Questions, IReadOnlyList<string> Warnings)
{
    private const int MostRefusals = 10;

    /// <summary>Whether every source was read to its end and no file was refused.</summary>
    public bool IsDone => Sources.All(source => source.Result is "done" or "nothing to read");

    /// <param name="json">The output for JSON; null prints for a person.</param>
    public void Print(TextWriter? json)
    {
        if (json is not null)
            json.WriteLine(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        else
            PrintTable();
    }

    private void PrintTable()
    {
        var console = ResultConsole.Create();
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "result");
        foreach (var name in new[] { "read", "accepted", "duplicate", "quarantined" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var source in Sources)
        {
            var counts = source.Counts;
            table.AddRow(
                new[] { source.Source, source.Result, $"{counts.Read}", $"{counts.Accepted}", $"{counts.Duplicate}", $"{counts.Quarantined}" }.Select(ResultConsole.Cell).ToArray());
        }

        console.Write(table);
        Console.WriteLine($"facts {Added.Facts}, moments {Added.Moments} (withdrawn {Added.MomentsWithdrawn}), signals issued {Added.Signals}, delivered {Added.Delivered}, refused {Added.Refused}, pending {Added.Pending}, failed {Added.Failed}, expired {Added.Expired}");
        foreach (var refusal in Added.Refusals.Take(MostRefusals))
            Console.WriteLine($"refused {refusal.Count}: {refusal.Reason}");
        if (Added.Refusals.Count > MostRefusals)
            Console.WriteLine($"refused for {Added.Refusals.Count - MostRefusals} other reasons: hub signals --config DIR shows them.");
        if (InQuarantine > 0)
            Console.WriteLine($"{Number.Of(InQuarantine, "record")} {(InQuarantine == 1 ? "rests" : "rest")} in quarantine: hub quarantine --config DIR shows why.");
        foreach (var question in Questions)
            Console.WriteLine(question.Question);
        foreach (var source in Sources.Where(source => source.Reason is not null))
            Console.WriteLine($"{source.Source}: {source.Reason}");
        foreach (var warning in Warnings)
            Console.WriteLine($"Warning: {warning}");
    }
}
