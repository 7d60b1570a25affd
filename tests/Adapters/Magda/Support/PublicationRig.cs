using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>The adapter with a folder of publications, and nothing to ask unless a test says so.</summary>
internal sealed class PublicationRig : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magda-publications");

    public PublicationRig(long maxRecordBytes = 1024 * 1024)
    {
        Rig = new() { MaxRecordBytes = maxRecordBytes };
        Rig.Options["publications"] = folder.FullName;
        Rig.Options["settleSeconds"] = "0";
    }

    public Rig Rig { get; }

    public string Put(string name, string xml)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, xml);
        return path;
    }

    /// <summary>One file of a service with these subjects, read.</summary>
    public async Task<Intake> ReadAsync(string service, params string[] subjects)
    {
        Put($"magda.{service.ToLowerInvariant()}-0200_20261120080000000.xml", Published.File(service, subjects));
        return await RunAsync();
    }

    public async Task<Intake> RunAsync(Intake? intake = null)
    {
        intake ??= new();
        await Rig.RunOnceAsync(intake);
        return intake;
    }

    /// <summary>Every record in the order in which it came.</summary>
    public static IReadOnlyList<SourceRecord> Records(Intake intake) => [.. intake.Pages.SelectMany(page => page.Records)];

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
