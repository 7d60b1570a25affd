using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>The names of files are logged, shown and stored as they are, but for an INSZ in them.</summary>
public sealed class FileNameTests
{
    private const string Anna = "85673003360";
    private const string Bram = "01.66.30-018.79";
    private const string Good = "nr;insz;dag\n1;85712301822;1/02/2026\n";
    private const string Facts = "- { contract: benefit-ended, occurredAt: dag, fields: { benefit: { value: leefloon }, right: nr, endedOn: dag } }";

    [Theory]
    [InlineData("complete")]
    [InlineData("additions")]
    public async Task A_number_of_a_person_in_a_name_stands_in_nothing_that_is_logged_shown_or_stored(string exports)
    {
        await using var source = Of(exports);
        Put(source, $"rijen-{Anna}.csv", Good + "2;x;1/02/2026\n;85712301822;1/02/2026\n");
        Put(source, $"rijen-{Bram} 2.csv", "%PDF-1.7");
        Put(source, $"andere-{Anna}.txt", "x");

        var pages = await source.PullAsync();

        var said = source.Logged.Append((await source.CheckAsync()).Detail).Concat(pages.SelectMany(page => Said(page, source))).ToList();
        said.ShouldContain(text => text.Contains("rijen-(insz)"));
        foreach (var number in new[] { Anna, Bram, Bram.Replace(".", "").Replace("-", "") })
            said.ShouldAllBe(text => !text.Contains(number));
    }

    [Fact]
    public async Task Files_that_differ_in_such_a_number_alone_are_each_read_and_each_refused()
    {
        await using var source = Of("additions");
        var time = new DateTime(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);
        foreach (var number in new[] { Anna, Bram })
        {
            Put(source, $"rijen-{number}.csv", Good);
            Put(source, $"rijen-{number} b.csv", "%PDF-1.7");
        }

        foreach (var file in Directory.GetFiles(source.Folder, "*.csv"))
            File.SetLastWriteTimeUtc(file, time);

        var pages = await source.PullAsync();

        pages.SelectMany(page => page.Records).Where(record => record.Kind == SourceRecord.WholeFile).Select(record => (record.Id, record.IdIsPersonal)).Distinct().Count().ShouldBe(2);
        pages.SelectMany(page => page.Records).Count(record => record.Kind != SourceRecord.WholeFile).ShouldBe(2);
        (await source.PullAsync(Reading.Last(pages))).ShouldBeEmpty();
    }

    private static Reading Of(string exports) => new(Yaml.Csv(Facts).Replace("settleSeconds: 0", $"settleSeconds: 0, exports: {exports}", StringComparison.Ordinal), options: ("folder", "."));

    private static void Put(Reading source, string name, string text) => File.WriteAllText(Path.Combine(source.Folder, name), text);

    private static IEnumerable<string> Said(SourceBatch page, Reading source)
    {
        yield return page.Checkpoint?.Value ?? "";
        yield return $"{page.Snapshot}";
        foreach (var record in page.Records)
        {
            if (!record.IdIsPersonal)
                yield return record.Id;
            foreach (var rejection in source.Normaliser.Normalise(record).Rejections)
                yield return $"{rejection}";
        }
    }
}
