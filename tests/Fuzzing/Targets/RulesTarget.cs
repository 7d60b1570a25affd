using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Host.Rights;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A rule or a right in a folder: read, or every mistake told.</summary>
internal sealed class RulesTarget(string name, int share, IReadOnlyList<Sample> corpus, bool areRights) : Target(name, Shape.Yaml, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var folder = Directory.CreateDirectory(Path.Combine(hub.Root, "yaml", Name)).FullName;
        var file = Path.Combine(folder, sample.Kind);
        await File.WriteAllBytesAsync(file, input, token);
        var (read, mistakes) = areRights ? Rights(folder) : Rules(folder);
        File.Delete(file);
        if (read == 0 && mistakes == 0)
            hub.Witness.Note("a file is neither read nor is a mistake told");
        hub.Witness.Count(read, read == 0 ? 1 : 0);
    }

    private static (int Read, int Mistakes) Rules(string folder) => RuleFolder.Read(folder, null) is var reading ? (reading.Rules.Count, reading.Mistakes.Count) : default;

    private static (int Read, int Mistakes) Rights(string folder) => RightFolder.Read(folder) is var reading ? (reading.Rights.Count, reading.Mistakes.Count) : default;
}
