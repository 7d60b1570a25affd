using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary><c>hub adapters check</c> on the folder of a plugin, as it lies beside the hub.</summary>
public sealed class AdapterCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-check-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_line_by_line_what_holds_and_what_is_still_to_be_supplied()
    {
        Copy("Console");
        File.WriteAllText(Path.Combine(folder, "README.md"), "```json\n{ \"options\": { \"language\": \"nl\" } }\n```\n`language`");

        await using var hub = HubProcess.Start(folder, "adapters", "check", folder);
        await hub.EndsWithAsync(0, Token);

        hub.Output.ShouldContain("holds     It loads from its published folder");
        hub.Output.ShouldContain("to supply It behaves while its system comes, goes and fails");
        hub.Output.ShouldContain("inherit DestinationConformance of IntegrationHub.Adapters.Conformance");
        hub.Output.ShouldContain("7 holds, 0 FAILS, 1 to supply");
    }

    [Fact]
    public async Task It_fails_with_what_to_do_and_writes_the_schema_when_asked()
    {
        Copy("Console");
        var schema = Path.Combine(folder, "options.schema.json");
        var right = File.ReadAllText(schema);
        File.WriteAllText(schema, "{}");

        await using var stale = HubProcess.Start(folder, "adapters", "check", folder, "--json");
        await stale.EndsWithAsync(1, Token);
        var finding = JsonDocument.Parse(stale.Output).RootElement.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("verdict").GetString() == "fails");
        finding.GetProperty("detail").GetString()!.ShouldContain("--write-schema");

        await using var written = HubProcess.Start(folder, "adapters", "check", folder, "--write-schema");
        await written.EndsWithAsync(0, Token);
        File.ReadAllText(schema).ShouldBe(right);
    }

    [Fact]
    public async Task A_plugin_without_code_is_checked_with_the_hubs_own_runner()
    {
        Copy("Ocmw");

        await using var hub = HubProcess.Start(folder, "adapters", "check", folder);
        await hub.EndsWithAsync(0, Token);

        hub.Output.ShouldContain("holds     The sample options are valid");
        hub.Output.ShouldContain("There are no test cases. Make ");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_use()
    {
        await using var hub = HubProcess.Start(folder, "adapters", "check", Path.Combine(folder, "elsewhere"));
        await hub.EndsWithAsync(2, Token);

        hub.Errors.ShouldContain("does not exist");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Copy(string plugin)
    {
        var installed = Path.Combine(HubProgram.Folder, "plugins", plugin);
        foreach (var file in Directory.GetFiles(installed, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(installed, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
