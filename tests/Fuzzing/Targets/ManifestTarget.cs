using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>An adapter.json: read, or every error told.</summary>
internal sealed class ManifestTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Json, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var file = Path.Combine(hub.Root, "adapter.json");
        await File.WriteAllBytesAsync(file, input, token);
        var reading = ManifestReader.Read(file);
        if (reading.Manifest is null && reading.Errors.Count == 0)
            hub.Witness.Note("a manifest is refused without a word");
        hub.Witness.Count(reading.Manifest is null ? 0 : 1, reading.Manifest is null ? 1 : 0);
    }
}
