using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>A source.yaml and the adapter that reads by it, as the host would set it up; what it logs is kept.</summary>
internal sealed class Reading : IAsyncDisposable, ISecrets, ILoggerProvider, ILogger
{
    public const string Insz = "85712301822";

    private readonly ServiceProvider services;

    public Reading(string yaml, TimeProvider? clock = null, long maxRecordBytes = 1_000_000, params (string Key, string Value)[] options)
    {
        Folder = Directory.CreateTempSubdirectory("reading-").FullName;
        File.WriteAllText(Path.Combine(Folder, "source.yaml"), yaml);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(this).SetMinimumLevel(LogLevel.Trace));
        collection.AddSingleton(clock ?? TimeProvider.System);
        collection.AddSingleton<ISecrets>(this);
        collection.AddSingleton(new InstanceContext("reading-test", Folder, maxRecordBytes));
        var all = options.ToDictionary(option => option.Key, option => (string?)option.Value);
        all["mapping"] = "source.yaml";
        new MappedAdapter().Register(collection, new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        services = collection.BuildServiceProvider();
    }

    public string Folder { get; }

    public Dictionary<string, string> Secrets { get; } = [];

    public List<string> Logged { get; } = [];

    public IRecordNormaliser Normaliser => services.GetRequiredService<IRecordNormaliser>();

    public async Task<List<SourceBatch>> PullAsync(Checkpoint? after = null, int pages = int.MaxValue)
    {
        var batches = new List<SourceBatch>();
        await foreach (var batch in services.GetRequiredService<IPullSource>().PullAsync(after, TestContext.Current.CancellationToken))
        {
            batches.Add(batch);
            if (batches.Count == pages)
                break;
        }

        return batches;
    }

    public IAsyncEnumerable<SourceBatch> StreamAsync() => services.GetRequiredService<IPullSource>().PullAsync(null, TestContext.Current.CancellationToken);

    /// <summary>Pulls until it throws; what came before is in <paramref name="before"/>.</summary>
    public async Task<T> FailAsync<T>(List<SourceBatch>? before = null, Checkpoint? after = null) where T : Exception =>
        await Should.ThrowAsync<T>(async () =>
        {
            await foreach (var batch in services.GetRequiredService<IPullSource>().PullAsync(after, TestContext.Current.CancellationToken))
                before?.Add(batch);
        });

    public Task<CheckResult> CheckAsync() => services.GetRequiredService<IConnectionCheck>().CheckAsync(TestContext.Current.CancellationToken);

    public static IEnumerable<string> Ids(IEnumerable<SourceBatch> batches) => batches.SelectMany(batch => batch.Records).Select(record => record.Id);

    public static Checkpoint Last(IEnumerable<SourceBatch> batches) => batches.Last(batch => batch.Checkpoint is not null).Checkpoint!;

    public string Open(string reference) => Secrets.GetValueOrDefault(reference) ?? throw new PermanentFailureException($"The secret {reference} is not set.");

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    void IDisposable.Dispose()
    {
        // The logs stay.
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Logged)
            Logged.Add(formatter(state, exception));
    }
}
