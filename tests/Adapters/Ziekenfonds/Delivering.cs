using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

/// <summary>A folder of files and the adapter that reads it, as the host would set it up.</summary>
internal sealed class Delivering : IDisposable
{
    private readonly ServiceProvider services;
    private readonly bool ownsFolder;

    public Delivering(IReadOnlyDictionary<string, string?>? options = null, long maxRecordBytes = 1_000_000, TimeProvider? time = null, string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("ziekenfonds-").FullName;
        ownsFolder = folder is null;
        var all = new Dictionary<string, string?> { ["folder"] = Folder, ["settleSeconds"] = "0" };
        foreach (var (key, value) in options ?? new Dictionary<string, string?>())
            all[key] = value;
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(time ?? TimeProvider.System);
        collection.AddSingleton(new InstanceContext("zf-305", AppContext.BaseDirectory, maxRecordBytes));
        new ZiekenfondsAdapter().Register(collection, new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public IServiceProvider Services => services;

    public IPullSource Source => services.GetRequiredService<IPullSource>();

    public IRecordNormaliser Normaliser => services.GetRequiredService<IRecordNormaliser>();

    public IConnectionCheck Check => services.GetRequiredService<IConnectionCheck>();

    public static Delivering With(params (string Key, string Value)[] options) => new(options.ToDictionary(option => option.Key, option => (string?)option.Value));

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

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

    /// <summary>What the one notification of a file becomes.</summary>
    public async Task<Normalised> OneAsync(string notification)
    {
        Put("one.xml", Xml.File(notification));
        return (await NormalisedAsync()).ShouldHaveSingleItem();
    }

    /// <summary>The one reason why the one notification of a file is rejected.</summary>
    public async Task<Rejection> RejectionAsync(string notification) => (await OneAsync(notification)).Rejections.ShouldHaveSingleItem();

    /// <summary>The one reason why a file is refused.</summary>
    public async Task<Rejection> RefusalAsync(byte[] file)
    {
        Put("one.xml", file);
        return (await NormalisedAsync()).ShouldHaveSingleItem().Rejections.ShouldHaveSingleItem();
    }

    public void Dispose()
    {
        services.Dispose();
        if (ownsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
