using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class SampleTests
{
    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sample", name));

    [Fact]
    public async Task The_sample_gives_what_its_readme_says()
    {
        using var source = new MappedSource(Sample("source.yaml"), new Dictionary<string, string?> { ["partner"] = "caw-gent" }).With("clienten-2026-11-20.csv", Sample("clienten-2026-11-20.csv"));

        var records = await source.RecordsAsync();
        var rows = records.Select(source.Normaliser.Normalise).ToList();

        records.Select(record => record.Id).ShouldBe(["clienten:C-101", "clienten:C-102", "clienten:C-103"]);
        rows.SelectMany(row => row.Facts).Select(fact => fact.Key).ShouldBe(["support-file-opened", "support-file-opened", "support-file-closed"]);
        ((SupportFileOpened)rows[1].Facts[0].Fact).Themes.ShouldBe(["wonen", "werk"]);
        rows[2].Rejections.ShouldHaveSingleItem().ToString()
            .ShouldStartWith("column 'Start begeleiding', line 4 of clienten-2026-11-20.csv: expected a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found a date of a day that does not exist.");
    }
}
