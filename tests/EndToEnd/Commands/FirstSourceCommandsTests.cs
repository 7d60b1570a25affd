using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>Every command of FIRST-SOURCE.md as it is printed there, in one shell.</summary>
public sealed class FirstSourceCommandsTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("hub-home-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_works_and_the_guessed_mapping_ends_in_the_same_signals_as_the_example()
    {
        File.CreateSymbolicLink(Path.Combine(home.FullName, "integrationhub"), Repository.Root);
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Adapters", "Mapped", "FIRST-SOURCE.md"), Token);

        var commands = ReadmeCommands.Of(page).SelectMany(AsInThisTest).ToList();
        // What the page says in words before the run that ends with a question.
        commands.Insert(commands.FindIndex(command => command.StartsWith("hub backfill", StringComparison.Ordinal)) - 1, "sed -i '/firstLoad/d' hub.json");
        var printed = await ReadmeCommands.RunAsync(commands, home.FullName, new Dictionary<string, string> { ["HUB"] = HubProgram.File }, Token);

        var runs = printed.Split("$ hub run ");
        runs.Length.ShouldBe(5, printed);
        foreach (var run in runs[1..3])
        {
            Times(run, "Melding: ontslag").ShouldBe(4, printed);
            Times(run, "ocmw-destelbergen").ShouldBeGreaterThan(0, printed);
        }

        Times(runs[3], "Melding: ").ShouldBe(0, printed);
        runs[3].ShouldContain("moments wait for your answer");
        runs[3].ShouldContain("hub backfill keep contracten");
        Times(runs[4], "Melding: ontslag").ShouldBeInRange(1, 4, printed);
        printed.ShouldContain("found a date of a day that does not exist");
        printed.ShouldContain("11 rows: 9 accepted, 2 rejected");
        File.ReadAllText(Path.Combine(home.FullName, "my-hub", "hub.json")).ShouldContain("sources/mine.yaml");
    }

    [Fact]
    public async Task Dotnet_run_starts_the_hub_where_its_caller_stands()
    {
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "jobs.csv"), "Volgnr;INSZ;Uit dienst\n1;85673003360;15/11/2026\n", Token);
        var folder = new DirectoryInfo(HubProgram.Folder);

        var printed = await ReadmeCommands.RunAsync(
            [$"dotnet run --no-build -c {folder.Parent!.Name} --project '{Path.Combine(Repository.Root, "src", "Hub", "Host")}' -- adapters guess jobs.csv"], home.FullName, new Dictionary<string, string>(), Token);

        printed.ShouldContain("files: \"jobs*.csv\"");
    }

    public void Dispose() => home.Delete(recursive: true);

    // The hub of this build, and what the page asks in words: to answer the questions, and to name the mapping in hub.json. A trial in which rows are rejected ends with 1.
    private static IEnumerable<string> AsInThisTest(string command) =>
        command.StartsWith("hub() {", StringComparison.Ordinal) ? ["hub() { \"$HUB\" \"$@\"; }"]
        : command.StartsWith("hub adapters guess", StringComparison.Ordinal) ? [command, """sed -i -e 's/"9000": "?????"/"9000": "44021"/' -e 's/"9070": "?????"/"9070": "44013"/' -e '/"9820"/d' sources/mine.yaml"""]
        : command.StartsWith("hub adapters try", StringComparison.Ordinal) ? [command + " || [ $? = 1 ]"]
        : command.StartsWith("hub config check", StringComparison.Ordinal) ? ["""sed -i 's|"mapping": "[^"]*"|"mapping": "sources/mine.yaml"|' hub.json""", command]
        : [command];

    private static int Times(string text, string part) => text.Split(part).Length - 1;
}
