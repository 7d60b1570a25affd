using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>A mapping and a folder of files, and the adapter that reads them as the host would set it up.</summary>
internal sealed class MappedSource : IDisposable
{
    public const string Insz = "85673003360";

    private readonly ServiceProvider services;

    public MappedSource(string yaml, IReadOnlyDictionary<string, string?>? options = null, long maxRecordBytes = 1_000_000)
    {
        Folder = Directory.CreateTempSubdirectory("mapped-").FullName;
        File.WriteAllText(Path.Combine(Folder, ".source.yaml"), yaml);
        var all = new Dictionary<string, string?> { ["mapping"] = ".source.yaml", ["folder"] = Folder };
        foreach (var (key, value) in options ?? new Dictionary<string, string?>())
            all[key] = value;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(new InstanceContext("mapped-test", Folder, maxRecordBytes));
        new MappedAdapter().Register(collection, new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public IServiceProvider Services => services;

    public IRecordNormaliser Normaliser => services.GetRequiredService<IRecordNormaliser>();

    public MappedSource With(string name, string text, Encoding? encoding = null)
    {
        File.WriteAllBytes(Path.Combine(Folder, name), (encoding ?? new UTF8Encoding(false)).GetBytes(text));
        return this;
    }

    public async Task<List<SourceRecord>> RecordsAsync()
    {
        var records = new List<SourceRecord>();
        await foreach (var page in services.GetRequiredService<IPullSource>().PullAsync(null, TestContext.Current.CancellationToken))
            records.AddRange(page.Records);
        return records;
    }

    public async Task<List<Normalised>> NormalisedAsync() => [.. (await RecordsAsync()).Select(Normaliser.Normalise)];

    public async Task<Normalised> OneAsync() => (await NormalisedAsync()).ShouldHaveSingleItem();

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
