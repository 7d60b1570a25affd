using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub adapters check DIR</c>: what of the conformance kit can be told from a built plugin alone, line by line.</summary>
internal static class AdapterCheckCommand
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static Command Create()
    {
        var folder = new Argument<string>("dir") { Description = "The folder of a built plugin, or of its project." };
        var write = new Option<bool>("--write-schema") { Description = "Write options.schema.json anew, from the options as they are now." };
        var expected = new Option<bool>("--write-expected") { Description = "Write down what every test case gives now; read it before you keep it." };
        var json = CliOptions.Json();
        var check = new Command("check", "Tell of a built plugin what holds, what fails, and what its maker must still supply.") { folder, write, expected, json };
        check.SetAction((parsed, token) => CheckAsync(parsed.GetRequiredValue(folder), parsed.GetValue(write), parsed.GetValue(expected), parsed.GetValue(json), token));
        return check;
    }

    private static async Task<int> CheckAsync(string path, bool writesSchema, bool writesExpected, bool asJson, CancellationToken token)
    {
        if (!Directory.Exists(path))
        {
            await Console.Error.WriteLineAsync($"{Path.GetFullPath(path)} does not exist. Give the folder of a built plugin, or of its project.");
            return ExitCode.WrongUse;
        }

        var folder = PluginFolder.At(path, output: null, HubConfigurationReader.BuiltInPlugins);
        if (writesSchema && FolderChecks.WriteSchema(folder) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        if (writesExpected)
            await NormaliserChecks.WriteExpectedAsync(folder, token);
        var findings = await PluginCheck.RunAsync(folder, token);
        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new { plugin = folder.Plugin.Id, folder = folder.Built, findings }, Web));
        else
            Print(folder, findings);
        return findings.Any(finding => finding.Verdict == Verdict.Fails) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Print(PluginFolder folder, IReadOnlyList<Finding> findings)
    {
        Console.WriteLine($"{folder.Plugin.Id} {folder.Plugin.Manifest?.Version}, built in {folder.Built}");
        foreach (var finding in findings)
        {
            Console.WriteLine($"{Word(finding.Verdict)} {finding.Property}");
            foreach (var line in finding.Detail.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Console.WriteLine($"          {line}");
        }

        Console.WriteLine(string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{findings.Count(finding => finding.Verdict == verdict)} {Word(verdict).Trim()}")));
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds    ",
        Verdict.Fails => "FAILS    ",
        _ => "to supply",
    };
}
