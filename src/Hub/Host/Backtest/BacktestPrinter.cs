using System.Globalization;
using Spectre.Console;

namespace IntegrationHub.Host.Backtest;

/// <summary>Writes the report: a bar for each month on a terminal, numbers in a file.</summary>
internal sealed class BacktestPrinter(IAnsiConsole console, bool isTerminal)
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public void Print(BacktestReport report)
    {
        console.WriteLine(Invariant($"{Number.Of(report.Tested, "rule")} of {report.Rules} on {report.Facts:N0} facts of {report.Citizens:N0} citizens, {(report.Since is { } since ? $"moments since {since:yyyy-MM-dd}" : "from the beginning")}, in {report.Seconds:0.0} s. Nothing was written."));
        console.WriteLine();
        Moments(report);
        if (!isTerminal)
            Months(report.Moments);
        Sample(report.Moments);
        Signals(report);
    }

    private void Moments(BacktestReport report)
    {
        var isCompared = report.Moments.Any(row => row.Added is not null);
        var months = MonthsOf(report.Moments);
        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "moments", "withdrawn later", "too late for a signal");
        if (isCompared)
            table.AddColumns("added", "gone");
        if (isTerminal && months.Count > 0)
            table.AddColumn($"{months[0]} to {months[^1]}, by month");
        foreach (var row in report.Moments)
        {
            var cells = new List<string> { row.Rule, Invariant($"{row.Total:N0}"), Invariant($"{row.Withdrawn:N0}"), Invariant($"{row.TooLate:N0}") };
            if (isCompared)
                cells.AddRange([Invariant($"{row.Added:N0}"), Invariant($"{row.Gone:N0}")]);
            if (isTerminal && months.Count > 0)
                cells.Add(Chart(row, months));
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
        if (isCompared)
            console.WriteLine("Added: found by these rules and not by the active ones. Gone: found by the active ones and not by these.");
        console.WriteLine();
    }

    private static string Chart(BacktestReport.RuleRow row, IReadOnlyList<string> months)
    {
        if (row.Total == 0)
            return "";
        var (busiest, most) = row.Months.MaxBy(month => month.Value);
        var bars = string.Concat(months.Select(month => row.Months.TryGetValue(month, out var count) ? Bars[(int)Math.Ceiling(count * (Bars.Length - 1.0) / most)] : ' '));
        return Invariant($"{bars} {most:N0} in {busiest}");
    }

    private void Months(IEnumerable<BacktestReport.RuleRow> rules)
    {
        console.WriteLine("Moments per rule and month:");
        foreach (var rule in rules)
        {
            foreach (var (month, count) in rule.Months)
                console.WriteLine(Invariant($"  {rule.Rule}  {month}  {count}"));
        }

        console.WriteLine();
    }

    private void Sample(IReadOnlyList<BacktestReport.RuleRow> rules)
    {
        if (rules.All(rule => rule.Sample.Count == 0))
            return;
        console.WriteLine("The latest of each rule; hub rules explain --citizen tells more of one:");
        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "citizen", "happened", "raised", "withdrawn");
        foreach (var rule in rules)
        {
            foreach (var one in rule.Sample)
                table.AddRow(new[] { rule.Rule, one.Citizen.ToString(), Day(one.HappenedOn), Day(one.RaisedOn), Day(one.WithdrawnOn) }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        console.WriteLine();
    }

    private void Signals(BacktestReport report)
    {
        console.WriteLine("Signals that each partner would have received, with the partners and the grounds of today:");
        var table = new Table().Border(TableBorder.Simple).AddColumns("partner", "signals", "in an average week", "in the busiest week");
        foreach (var row in report.Signals)
            table.AddRow(new[] { row.Partner, Invariant($"{row.Total:N0}"), Invariant($"{row.PerWeek:N1}"), Invariant($"{row.InBusiestWeek:N0} ({row.BusiestWeek})") }.Select(Markup.Escape).ToArray());
        console.Write(table);
        if (report.Unheard > 0)
            console.WriteLine(Invariant($"{report.Unheard:N0} moments would have gone to nobody: no partner serves the citizen as far as was known, or no authorisation allows it."));
    }

    private static List<string> MonthsOf(IReadOnlyList<BacktestReport.RuleRow> rules)
    {
        var all = rules.SelectMany(rule => rule.Months.Keys).Order(StringComparer.Ordinal).ToList();
        var months = new List<string>();
        if (all.Count == 0)
            return months;
        var last = DateOnly.ParseExact(all[^1], "yyyy-MM", CultureInfo.InvariantCulture);
        for (var month = DateOnly.ParseExact(all[0], "yyyy-MM", CultureInfo.InvariantCulture); month <= last; month = month.AddMonths(1))
            months.Add(month.ToString("yyyy-MM", CultureInfo.InvariantCulture));

        // As many as fit beside the other columns; the oldest go.
        const int fits = 60;
        return months.Count > fits ? months[^fits..] : months;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
