using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>One file of a configuration folder whose others are good: read, or every error told.</summary>
internal sealed class ConfigurationTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Json, share, corpus)
{
    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        var folder = Path.Combine(hub.Root, "configuration");
        if (Directory.CreateDirectory(folder).GetFiles().Length == 0)
        {
            Directory.CreateDirectory(Path.Combine(folder, "rules"));
            foreach (var good in Corpus)
                await File.WriteAllBytesAsync(Path.Combine(folder, good.Kind), good.Bytes, token);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, sample.Kind), input, token);
        var (configuration, errors) = Read(folder, sample);
        if (configuration is null && errors.Count == 0)
            hub.Witness.Note("a configuration is refused without a word");
        hub.Witness.Count(configuration is null ? 0 : 1, configuration is null ? 1 : 0);
    }

    private static (HubConfiguration? Configuration, IReadOnlyList<string> Errors) Read(string folder, Sample sample)
    {
        try
        {
            return HubConfigurationReader.Read(folder);
        }
        finally
        {
            File.WriteAllBytes(Path.Combine(folder, sample.Kind), sample.Bytes);
        }
    }
}
