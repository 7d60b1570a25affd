using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>What FIRST-SOURCE.md tells a newcomer to do, done.</summary>
public sealed class FirstSourceTests : IAsyncLifetime
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("hub-e2e-first-");
    private readonly DirectoryInfo folder;

    public FirstSourceTests() => folder = new DirectoryInfo(Path.Combine(home.FullName, "my-hub"));

    public async ValueTask InitializeAsync()
    {
        await using var example = HubProcess.Start(home.FullName, "example", "my-hub");
        await example.EndsWithAsync(0, Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Mine => Path.Combine(folder.FullName, "sources", "mine.yaml");

    [Fact]
    public async Task The_example_gives_its_signals() => await GivesItsSignalsAsync();

    [Fact]
    public async Task A_guess_with_its_questions_answered_gives_the_same_as_the_example()
    {
        var example = await TriedAsync(Path.Combine("sources", "contracten.yaml"));
        await GuessAsync();
        Answer();

        (await TriedAsync(Mine)).ShouldBe(example);

        var hub = Path.Combine(folder.FullName, "hub.json");
        await File.WriteAllTextAsync(hub, (await File.ReadAllTextAsync(hub, Token)).Replace("sources/contracten.yaml", "sources/mine.yaml"), Token);
        await GivesItsSignalsAsync();
    }

    [Fact]
    public async Task The_example_is_never_written_over_a_folder_that_is_there()
    {
        await using var example = HubProcess.Start(home.FullName, "example", "my-hub");
        await example.EndsWithAsync(2, Token);

        example.Errors.ShouldContain("exists already; it is left as it is");
    }

    [Fact]
    public async Task A_guess_never_writes_over_a_file()
    {
        await File.WriteAllTextAsync(Mine, "mine", Token);

        await using var guess = Hub("adapters", "guess", Path.Combine("exports", "contracten-2026-11-20.csv"), "--out", Mine);
        await guess.EndsWithAsync(1, Token);

        guess.Errors.ShouldContain("exists already; it is left as it is");
        (await File.ReadAllTextAsync(Mine, Token)).ShouldBe("mine");
    }

    [Fact]
    public async Task Mistakes_in_a_mapping_are_told_at_once_with_their_lines()
    {
        await GuessAsync();
        await File.WriteAllTextAsync(Mine, (await File.ReadAllTextAsync(Mine, Token)).Replace("employment-ended", "employment-endd").Replace("startedOn:", "startdOn:"), Token);

        await using var hub = Hub("adapters", "try", Mine);
        await hub.EndsWithAsync(1, Token);

        var mistakes = hub.Errors.Split('\n').Where(line => line.StartsWith("mine.yaml(", StringComparison.Ordinal)).ToList();
        mistakes.ShouldContain(line => line.Contains("employment-ended"));
        mistakes.ShouldContain(line => line.Contains("startedOn"));
        hub.Output.ShouldBeEmpty();
    }

    public ValueTask DisposeAsync()
    {
        home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private HubProcess Hub(params string[] arguments) => HubProcess.Start(folder.FullName, arguments);

    private async Task GuessAsync()
    {
        await using var guess = Hub("adapters", "guess", Path.Combine("exports", "contracten-2026-11-20.csv"), "--out", Mine);
        await guess.EndsWithAsync(0, Token);
        guess.Output.ShouldBeEmpty();
    }

    /// <summary>As the page says: a NIS code behind each postal code of a partner, and the other lines gone.</summary>
    private void Answer()
    {
        var text = File.ReadAllText(Mine);
        text.ShouldContain("\"9000\": \"?????\"");
        var answered = text.Replace("\"9000\": \"?????\"", "\"9000\": \"44021\"").Replace("\"9070\": \"?????\"", "\"9070\": \"44013\"");
        File.WriteAllText(Mine, string.Join('\n', answered.Split('\n').Where(line => !line.Contains("?????\"", StringComparison.Ordinal))));
    }

    /// <summary>What became of each row, and why not.</summary>
    private async Task<string> TriedAsync(string mapping)
    {
        await using var hub = Hub("adapters", "try", mapping, "--limit", "0", "--json");
        await hub.EndsWithAsync(1, Token);
        var tried = JsonDocument.Parse(hub.Output).RootElement;
        tried.GetProperty("summary").GetProperty("accepted").GetInt32().ShouldBe(9);
        tried.GetProperty("summary").GetProperty("rejected").GetInt32().ShouldBe(2);
        return string.Join('\n', tried.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("facts").GetRawText() + row.GetProperty("rejections").GetRawText()));
    }

    private async Task GivesItsSignalsAsync()
    {
        await using var hub = Hub("run", "--config", folder.FullName, "--once", "--json");
        await hub.EndsWithAsync(0, Token);
        var summary = JsonDocument.Parse(hub.Output).RootElement;
        var counts = summary.GetProperty("sources")[0].GetProperty("counts");
        (counts.GetProperty("accepted").GetInt64(), counts.GetProperty("quarantined").GetInt64()).ShouldBe((9, 2));
        var added = summary.GetProperty("added");
        (added.GetProperty("signals").GetInt64(), added.GetProperty("delivered").GetInt64(), added.GetProperty("refused").GetInt64()).ShouldBe((5, 4, 1));
        hub.Errors.ShouldContain("Melding: ontslag");
    }
}
