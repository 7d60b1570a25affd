using System.Globalization;
using Spectre.Console;

namespace IntegrationHub.Host.Trial;

/// <summary>Writes each row beside what it became as a readable block, and the summary below.</summary>
internal sealed class TrialPrinter(IAnsiConsole console)
{
    private const int MostReasons = 10;

    public void Print(TriedRow row)
    {
        var place = string.Join(", ", new[] { row.File, row.Line is { } line ? $"line {line}" : null, row.Kind }.Where(part => part is not null));
        console.Write(new Rule($"[bold]{row.Number}[/] {Escape(place)}").LeftJustified().RuleStyle("grey"));
        console.Write(Pairs(row.Cells.Select(cell => new KeyValuePair<string, string>(cell.Name, cell.Value)), "grey"));
        foreach (var rejection in row.Rejections)
        {
            console.MarkupLine($"  [red]x[/] [bold]{Escape(rejection.Field)}[/]{(rejection.Code is null ? "" : $" ({Escape(rejection.Code)})")}");
            console.Write(Pairs([new("expected", rejection.Expected), new("to do", rejection.ToDo)], "red", indent: 4));
        }

        var person = "";
        foreach (var fact in row.Facts)
        {
            console.MarkupLine($"  [green]->[/] [bold]{Escape(fact.Contract)}[/] [grey]of {Escape(fact.Citizen)}{(fact.Others.Count == 0 ? "" : $" with {Escape(string.Join(", ", fact.Others))}")}[/]");
            console.Write(Pairs(fact.Fields, "green", indent: 4));
            var encrypted = string.Join(" | ", fact.Person.Select(field => $"{field.Key}: {field.Value}"));
            if (encrypted.Length > 0 && encrypted != person)
                console.Write(Pairs([new("encrypted", encrypted)], "green", indent: 4));
            person = encrypted;
        }

        if (!row.IsRejected && row.Facts.Count == 0)
            console.MarkupLine("  [yellow]->[/] nothing: a [bold]where[/] leaves it out, or no condition of a fact holds");
        console.WriteLine();
    }

    public void Print(TrialSummary summary)
    {
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{summary.Rows} {(summary.Rows == 1 ? "row" : "rows")}[/]: [green]{summary.Accepted} accepted[/], {(summary.Rejected > 0 ? "[red]" : "[grey]")}{summary.Rejected} rejected[/], {summary.LeftOut} left out"));
        foreach (var (contract, count) in summary.Contracts)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,6}  {contract}"));
        if (summary.Reasons.Count > 0)
            console.WriteLine("Why rows were rejected, the most frequent reason first:");
        foreach (var reason in summary.Reasons.Take(MostReasons))
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"  {reason.Count,6}  [bold]{Escape(reason.Field)}[/]: expected {Escape(reason.Expected)}. {Escape(reason.ToDo)}"));
        if (!summary.IsAll)
            console.WriteLine("There are more rows: --limit 0 tries them all, and --rejected then shows only those that are rejected.");
        console.WriteLine("Nothing was written.");
    }

    private static Padder Pairs(IEnumerable<KeyValuePair<string, string>> pairs, string colour, int indent = 2)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn(new GridColumn().PadLeft(0));
        foreach (var (name, value) in pairs)
            grid.AddRow($"[{colour}]{Escape(name)}[/]", Escape(value));
        return new Padder(grid, new Padding(indent, 0, 0, 0));
    }

    // What stands in a file may hold anything, also what would drive a terminal.
    private static string Escape(string text) => Markup.Escape(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)));
}
