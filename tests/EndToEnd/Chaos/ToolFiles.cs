using System.Text.Json;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>What the files of a case worker's tool say: by citizen, whether her signals stand.</summary>
internal static class ToolFiles
{
    public static ILookup<string, string> Read(string folder) => Directory.GetFiles(folder, "*.json").Select(One).ToLookup(one => one.Insz, one => one.Type);

    private static (string Insz, string Type) One(string file)
    {
        using var signal = JsonDocument.Parse(File.ReadAllBytes(file));
        var insz = signal.RootElement.GetProperty("data").TryGetProperty("insz", out var given) ? given.GetString()! : "";
        return (insz, signal.RootElement.GetProperty("type").GetString()!);
    }
}
