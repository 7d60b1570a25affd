using System.Text.Json.Nodes;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Push;

namespace IntegrationHub.Benchmarks.Sources;

/// <summary>
/// A configuration of 200 sources: 100 that read a folder (CSV, XML, a <c>source.yaml</c>), 50 that take what is posted, 25 that ask a registry and 25 that listen on a port of their own. The 125 that
/// are asked run every five minutes, spread evenly.
/// </summary>
internal static class ManySources
{
    public const int Count = 200;
    private const int Asked = 125;
    private const string Mapping = "mapping.yaml";

    public static HubFolder AddTo(HubFolder folder)
    {
        var asked = 0;
        for (var i = 0; i < 50; i++)
            folder.WithSource($"ocmw-{i}", "ocmw", new() { ["folder"] = Exports(folder, $"ocmw-{i}"), ["partner"] = HubFolder.Ocmw }, schedule: EveryFiveMinutes(asked++));
        for (var i = 0; i < 25; i++)
            folder.WithSource($"ziekenfonds-{i}", "ziekenfonds", new() { ["folder"] = Exports(folder, $"ziekenfonds-{i}") }, schedule: EveryFiveMinutes(asked++));
        for (var i = 0; i < 25; i++)
            folder.WithSource($"mapped-{i}", "mapped", new() { ["mapping"] = Mapping, ["folder"] = Exports(folder, $"mapped-{i}"), ["partner"] = HubFolder.Ocmw }, schedule: EveryFiveMinutes(asked++));
        for (var i = 0; i < 25; i++)
        {
            folder.WithSource(
                $"magda-{i}",
                "magda",
                new() { ["url"] = "http://127.0.0.1:9", ["identificatie"] = "gent.be/benchmark", ["hoedanigheid"] = "ipdc2858", ["citizens"] = "file:citizens.txt", ["requestsPerSecond"] = 0 },
                schedule: EveryFiveMinutes(asked++));
        }

        for (var i = 0; i < 50; i++)
            folder.WithSource($"posted-{i}", "hospital", [], isPulled: false);
        foreach (var port in FreePort.TakeMany(25))
            folder.WithSource($"mllp-{port}", "hospital", new() { ["mllp"] = new JsonObject { ["port"] = port } }, isPulled: false);
        File.WriteAllText(Path.Combine(folder.Location, "citizens.txt"), "");
        File.Copy(Path.Combine(Path.GetDirectoryName(HubFolder.Program)!, "plugins", "Mapped", "sample", "source.yaml"), Path.Combine(folder.Location, Mapping));
        return folder.WithDestination("screen", "console", []).Write();
    }

    private static string Exports(HubFolder folder, string source)
    {
        var path = Path.Combine(folder.Location, "in", source);
        Directory.CreateDirectory(path);
        return path;
    }

    private static string EveryFiveMinutes(int number)
    {
        var second = number * 300 / Asked;
        return $"{second % 60} {second / 60}/5 * * * ?";
    }
}
