using System.Text.Json.Nodes;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A source.yaml: a source is made of it, or every mistake told.</summary>
internal sealed class MappingTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Yaml, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var folder = Directory.CreateDirectory(Path.Combine(hub.Root, "yaml", Name)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "source.yaml"), input, token);
        var host = new TrialHost { Plugin = hub.Services.Plugins.Find("mapped")!, Role = PluginRole.Source, ConfigurationFolder = folder, Secrets = new TrialSecrets(new Dictionary<string, string>()) };
        var made = await host.CreateAsync(new JsonObject { ["mapping"] = "source.yaml", ["folder"] = folder, ["partner"] = "partner" });
        if (made.Instance is null && made.Errors.Count == 0)
            hub.Witness.Note("no source is made of a mapping, and nothing is said of it");
        foreach (var error in made.Errors.Where(error => error.Contains("failed to make", StringComparison.Ordinal) || error.Contains("failed in Register", StringComparison.Ordinal)))
            hub.Witness.Note(error);
        if (made.Instance is not null)
            await made.Instance.DisposeAsync();
        hub.Witness.Count(made.Instance is null ? 0 : 1, made.Instance is null ? 1 : 0);
    }
}
