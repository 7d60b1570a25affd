using System.Text;
using IntegrationHub.Adapters.Mapped;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Ocmw.Tests;

/// <summary>A folder of exports and the mapping that reads it, as the host would set it up.</summary>
internal sealed class Exporting : IDisposable
{
    public const string DossierHeader = "dossiernummer;insz;geopend_op;gesloten_op";
    public const string Insz = "85673003360";

    private readonly ServiceProvider services;

    public Exporting(IReadOnlyDictionary<string, string?>? options = null, long maxRecordBytes = 1_000_000, TimeProvider? time = null, string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("ocmw-").FullName;
        OwnsFolder = folder is null;
        var all = new Dictionary<string, string?> { ["folder"] = Folder, ["partner"] = "ocmw-gent", ["settleSeconds"] = "0", ["mapping"] = "source.yaml" };
        foreach (var (key, value) in options ?? new Dictionary<string, string?>())
            all[key] = value;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(time ?? TimeProvider.System);
        collection.AddSingleton(new InstanceContext("ocmw-gent", AppContext.BaseDirectory, maxRecordBytes));
        new MappedAdapter().Register(collection, new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public IPullSource Source => services.GetRequiredService<IPullSource>();

    public IRecordNormaliser Normaliser => services.GetRequiredService<IRecordNormaliser>();

    public IConnectionCheck Check => services.GetRequiredService<IConnectionCheck>();

    public IServiceProvider Services => services;

    private bool OwnsFolder { get; }

    public static Exporting With(params (string Key, string Value)[] options) => new(options.ToDictionary(option => option.Key, option => (string?)option.Value));

    public string Put(string name, string text, Encoding? encoding = null) => Put(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        var before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.MinValue;
        File.WriteAllBytes(path, bytes);
        if (File.GetLastWriteTimeUtc(path) <= before)
            File.SetLastWriteTimeUtc(path, before.AddSeconds(1));
        return path;
    }

    public async Task<List<SourceBatch>> PullAsync(Checkpoint? after = null)
    {
        var pages = new List<SourceBatch>();
        await foreach (var page in Source.PullAsync(after, TestContext.Current.CancellationToken))
            pages.Add(page);
        return pages;
    }

    public async Task<List<SourceRecord>> RecordsAsync(Checkpoint? after = null) => [.. (await PullAsync(after)).SelectMany(page => page.Records)];

    public async Task<List<Normalised>> NormalisedAsync() => [.. (await RecordsAsync()).Select(Normaliser.Normalise)];

    /// <summary>The one record of the one file, normalised.</summary>
    public async Task<Normalised> OneAsync() => (await NormalisedAsync()).ShouldHaveSingleItem();

    /// <summary>The one reason why the one record was rejected.</summary>
    public async Task<Rejection> RejectionAsync() => (await OneAsync()).Rejections.ShouldHaveSingleItem();

    public void Dispose()
    {
        services.Dispose();
        if (OwnsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
