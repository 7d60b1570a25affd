using System.Text.Json;
using IntegrationHub.Storage.Operations;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary>What one pass did.</summary>
/// <param name="Sources">What was read, by source.</param>
/// <param name="Added">What came of it.</param>
/// <param name="InQuarantine">How many records rest in quarantine in all.</param>
internal sealed record OnceSummary(IReadOnlyList<SourceSummary> Sources, Totals Added, long InQuarantine)
{
    public bool IsDone => Sources.All(source => source.Result == "done");

    public void Print(bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
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
                new[] { source.Source, source.Result, $"{counts.Read}", $"{counts.Accepted}", $"{counts.Duplicate}", $"{counts.Quarantined}" }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        console.WriteLine($"facts {Added.Facts}, moments {Added.Moments} (withdrawn {Added.MomentsWithdrawn}), signals issued {Added.Signals}, delivered {Added.Delivered}, refused {Added.Refused}, pending {Added.Pending}, failed {Added.Failed}");
        if (InQuarantine > 0)
            console.WriteLine($"{InQuarantine} records rest in quarantine: hub quarantine --config DIR shows why.");
        foreach (var source in Sources.Where(source => source.Reason is not null))
            console.WriteLine($"{source.Source}: {source.Reason}");
    }
}
