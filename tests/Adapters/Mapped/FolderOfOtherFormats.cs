using IntegrationHub.Adapters.Mapped.Tests.Excel;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>Files of every format through the whole source, as the host runs it.</summary>
public sealed class FolderOfOtherFormats
{
    internal static string Yaml(string files, string format, int pageSize = 2000) => $$"""
        source: 1
        read:
          folder: { path: ., settleSeconds: 0, pageSize: {{pageSize}} }
        records:
          - kind: dossier
            files: "{{files}}"
            format: {{format}}
            id: nr
            citizen: insz
            facts:
              - contract: support-file-opened
                occurredAt: open
                fields: { file: nr, partner: { value: caw } }
        """;

    internal static string Row(int number) => $$"""{"nr":"D{{number}}","insz":"{{Reading.Insz}}","open":"2026-11-20"}""";

    private static async Task<Reading> WithAsync(string yaml, string name, string content)
    {
        var reading = new Reading(yaml);
        await File.WriteAllTextAsync(Path.Combine(reading.Folder, name), content, TestContext.Current.CancellationToken);
        return reading;
    }

    [Fact]
    public async Task A_truncated_export_keeps_what_was_read_and_withdraws_nothing_and_its_head_rests_in_quarantine()
    {
        await using var reading = await WithAsync(Yaml("*.json", "json\n    rows: items"), "a.json", $$"""{"items":[{{Row(1)}},{{Row(2)}},{"nr":""");

        var batch = (await reading.PullAsync()).ShouldHaveSingleItem();

        batch.Snapshot!.IsLast.ShouldBeFalse();
        batch.Records.Select(record => reading.Normaliser.Normalise(record).IsRejected).ShouldBe([false, false, true]);
        var broken = batch.Records[2];
        broken.Id.ShouldBe("file:a.json");
        broken.Raw.Length.ShouldBeGreaterThan(100);
        reading.Normaliser.Normalise(broken).Rejections.Single().ToString().ShouldBe(
            "file a.json: expected JSON to its end, found text that breaks the rules of JSON, or the end of the text, at line 1. Export or send it again, whole.");
    }

    [Theory]
    [InlineData("json\n    rows: items", "a.json", "<html>Log in</html>", "JSON, found an HTML page")]
    [InlineData("json-lines", "a.jsonl", "", "JSON Lines, found an empty file")]
    [InlineData("xml\n    rows: Export/Rij", "a.xml", "<Fout/>", "a document whose first element is Export, found another first element")]
    [InlineData("excel", "a.xlsx", "nr;insz", "an Excel workbook (.xlsx or .xls), found something else")]
    public async Task A_file_of_another_format_is_quarantined_whole(string format, string name, string content, string expected)
    {
        await using var reading = await WithAsync(Yaml(name, format), name, content);

        var batch = (await reading.PullAsync()).ShouldHaveSingleItem();

        (batch.Snapshot?.IsLast).ShouldNotBe(true);
        reading.Normaliser.Normalise(batch.Records.Single()).Rejections.Single().Expected.ShouldStartWith(expected);
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_after_its_last_page()
    {
        await using var reading = await WithAsync(Yaml("*.json", "json", pageSize: 2), "a.json", $"[{string.Join(",\n", Enumerable.Range(1, 7).Select(Row))}]");

        var whole = await reading.PullAsync();

        Reading.Ids(whole).Count().ShouldBe(7);
        for (var stop = 0; stop < whole.Count - 1; stop++)
            Reading.Ids(await reading.PullAsync(whole[stop].Checkpoint)).ShouldBe(Reading.Ids(whole.Skip(stop + 1)));
        (await reading.PullAsync(Reading.Last(whole))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_in_a_workbook_where_a_text_belongs_is_said_and_a_date_is_a_date()
    {
        await using var reading = new Reading(Yaml("*.xlsx", "excel"));
        object?[][] rows =
        [
            ["Nr.", "INSZ", "Open"], ["D1", Reading.Insz, new DateOnly(2026, 11, 20)], ["D2", 3690904566d, new DateOnly(2026, 11, 20)], ["D3", Reading.Insz, 46346d], ["D4", Reading.Insz, "#N/A"],
        ];
        await File.WriteAllBytesAsync(Path.Combine(reading.Folder, "a.xlsx"), Workbooks.Xlsx(("Blad1", rows)), TestContext.Current.CancellationToken);

        var results = (await reading.PullAsync()).Single().Records.Select(reading.Normaliser.Normalise).ToList();

        results[0].Facts.Single().Fact.OccurredAt.ShouldBe(Contracts.BelgianTime.StartOf(new DateOnly(2026, 11, 20)));
        results[1].Rejections.Single().ToString().ShouldContain("column 'insz', line 3");
        results[1].Rejections.Single().Expected.ShouldEndWith("found a number of 10 digits");
        results[2].Rejections.Single().Expected.ShouldContain("found a number");
        results[3].Rejections.Single().Field.ShouldBe("column 'open', line 5 of a.xlsx");
    }
}
