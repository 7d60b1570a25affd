using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Reads the first rows of a CSV file of which nothing is known.</summary>
internal static class CsvSample
{
    private const int MaxRowBytes = 1024 * 1024;
    private const int RowsForSeparator = 50;

    public static async Task<Sample> ReadAsync(string file, Stream stream, CancellationToken token)
    {
        var name = Path.GetFileName(file);
        var inspection = await Inspection.OfAsync(stream, CsvEncoding.Auto, token);
        if (inspection.Refusal is { } refusal)
            throw new PermanentFailureException($"{name}: expected {refusal.Expected}. {refusal.ToDo}");
        var head = inspection.Encoding.GetString(inspection.Head.Span);
        var announced = head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && head.Length > 4;
        var separator = announced ? head[4] : SeparatorOf(head);
        stream.Position = inspection.MarkLength;
        var scanner = new RowScanner(stream, separator, MaxRowBytes, inspection.MarkLength, 1);
        var rows = await RowsAsync(scanner, inspection.Encoding, separator, announced ? 1 : 0, token);
        if (rows.Count == 0 || rows[0] is null)
            throw new PermanentFailureException($"{name}: expected a first line with the names of the columns, found none that can be read. Add one and export again.");
        var header = rows[0]!;
        RefuseWithoutHeader(name, header, rows);
        return Of(file, header, rows, inspection.EncodingName, separator);
    }

    private static Sample Of(string file, string[] header, List<string[]?> rows, string encoding, char separator)
    {
        var builder = new SampleBuilder();
        var broken = 0;
        foreach (var row in rows.Skip(1))
        {
            if (row is null || row.Length > header.Length || row.Length < header.Length)
                broken++;
            else if (row.Any(cell => cell.Trim().Length > 0))
                builder.Add(header.Zip(row, KeyValuePair.Create).Where(cell => cell.Key.Length > 0));
        }

        var doubled = header.Where(column => column.Length > 0).GroupBy(HeaderName.Fold, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.First()).ToList();
        var remarks = new List<string>();
        if (doubled.Count > 0)
            remarks.Add($"Several columns are named {string.Join(", ", doubled.Select(column => $"'{column}'"))}: give each its own name in the export before you use one.");
        if (header.Any(column => column.Length == 0))
            remarks.Add("A column has no name, so it cannot be used; give it one in the export if it matters.");
        return new Sample
        {
            FileName = Path.GetFileName(file),
            Folder = Path.GetDirectoryName(file)!,
            Format = RecordFormat.Csv,
            Appearance = $"{SeparatorName(separator)} between the columns, {encoding}",
            Columns = [.. builder.Columns.DefaultIfEmpty().OfType<SampleColumn>()],
            Rows = builder.Rows,
            BrokenRows = broken,
            IsPart = rows.Count > SampleBuilder.MostRows,
            Remarks = remarks,
        };
    }

    /// <summary>Each row in cells; null for one that cannot be taken apart.</summary>
    private static async Task<List<string[]?>> RowsAsync(RowScanner scanner, System.Text.Encoding encoding, char separator, int skip, CancellationToken token)
    {
        var rows = new List<string[]?>();
        do
        {
            while (rows.Count <= SampleBuilder.MostRows && scanner.TryRead(out var row))
            {
                if (skip-- > 0)
                    continue;
                var text = encoding.GetString(row.Bytes.Span);
                if (!string.IsNullOrWhiteSpace(text))
                    rows.Add(row.RefusedSize is null ? Split(text, separator) : null);
            }
        }
        while (rows.Count <= SampleBuilder.MostRows && await scanner.FillAsync(token));

        return rows;
    }

    private static string[]? Split(string row, char separator)
    {
        var fields = new Field[1024];
        return RowSplitter.Split(row, separator, fields, out var count) == RowProblem.None && count <= fields.Length
            ? [.. fields.Take(count).Select(field => RowSplitter.Text(row, field).ToString().Trim())]
            : null;
    }

    // The separator that gives the most rows as many cells as the first row, and the more cells the better.
    private static char SeparatorOf(string head)
    {
        var lines = head.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Take(RowsForSeparator).ToList();
        return Separator.All.MaxBy(separator =>
        {
            var counts = lines.Select(line => Split(line, separator)?.Length ?? 0).ToList();
            return counts.Count == 0 || counts[0] < 2 ? 0 : counts.Count(count => count == counts[0]) * 100 / counts.Count * Math.Min(counts[0], 10);
        });
    }

    private static string SeparatorName(char separator) => separator switch { ';' => "semicolons", ',' => "commas", '\t' => "tabs", _ => "bars" };

    private static void RefuseWithoutHeader(string name, string[] header, List<string[]?> rows)
    {
        if (Array.Exists(header, HoldsData))
            throw new PermanentFailureException($"{name}: expected a first line with the names of the columns, found one with data. Put a line with a name for each column above it, and export with that line from now on.");
        var widest = rows.Take(RowsForSeparator).Max(row => row?.Length ?? 0);
        if (widest > 2 && header.Length < widest / 2 && rows.FindIndex(row => row?.Length == widest) is var line and > 0)
            throw new PermanentFailureException($"{name}: expected the names of the columns on the first line, found them on line {line + 1} at the earliest. Remove the lines above them in the export.");
    }

    private static bool HoldsData(string cell) => Contracts.Insz.TryParse(cell, out _) || DateWriting.IsDate(cell) || cell.Contains('@');
}
