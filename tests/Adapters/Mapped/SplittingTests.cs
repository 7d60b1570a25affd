using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Mapped.Csv;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class SplittingTests
{
    [Fact]
    public void Fields_are_those_that_CsvHelper_reads()
    {
        var fields = Gen.Elements("a", "b c", "\"", "\"\"", ";", "\n", "\r\n", "é", " ").ArrayOf().Select(string.Concat).NonEmptyListOf().Where(row => row.Count > 1 || row[0].Length > 0);

        Prop.ForAll(fields.ToArbitrary(), row =>
        {
            var text = Written(row);
            Span<Field> found = stackalloc Field[row.Count];
            RowSplitter.Split(text, ';', found, out var count).ShouldBe(RowProblem.None);
            count.ShouldBe(row.Count);
            for (var i = 0; i < count; i++)
                RowSplitter.Text(text, found[i]).ToString().ShouldBe(row[i]);
            QuotedRow.FindEnd(Encoding.UTF8.GetBytes(text + "\nx"), (byte)';', isEndOfFile: false).ShouldBe(Encoding.UTF8.GetByteCount(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static string Written(IEnumerable<string> row)
    {
        using var text = new StringWriter();
        using (var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\n" }))
        {
            foreach (var field in row)
                writer.WriteField(field);
            writer.NextRecord();
        }

        return text.ToString()[..^1];
    }
}
