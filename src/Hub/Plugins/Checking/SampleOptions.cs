using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Plugins.Checking.Trial;

namespace IntegrationHub.Plugins.Checking;

/// <summary><c>sample/options.json</c>: what one would put as <c>options</c> in <c>hub.json</c>.</summary>
internal static class SampleOptions
{
    public const string Name = "sample/options.json";

    /// <summary>The options, or a sentence why there are none.</summary>
    public static (JsonObject? Options, string? Problem) Read(PluginFolder folder)
    {
        var file = Path.Combine(folder.Source, Name);
        if (!File.Exists(file))
            return (null, $"{file} is missing. Write there what a user would put as \"options\" in hub.json, such as {{ \"folder\": \"exports\" }}.");
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(file)) is JsonObject options ? (options, null) : (null, $"{file}: expected a JSON object. Write the options there.");
        }
        catch (JsonException e)
        {
            return (null, $"{file}: is not JSON: line {e.LineNumber + 1}, character {e.BytePositionInLine + 1}. Correct it there.");
        }
    }

    /// <summary>What makes instances with the sample.</summary>
    public static TrialHost Host(PluginFolder folder) => new()
    {
        Plugin = folder.Plugin,
        Role = folder.Role,
        ConfigurationFolder = Path.Combine(folder.Source, "sample"),
        Secrets = TrialSecrets.In(Path.Combine(folder.Source, "sample")),
    };
}
