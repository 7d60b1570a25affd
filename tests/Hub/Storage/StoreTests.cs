using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;

namespace IntegrationHub.Storage.Tests;

/// <summary>A behaviour of the store, tested on both databases by two subclasses.</summary>
public abstract class StoreTests(TestDatabase database) : IAsyncLifetime
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected TestDatabase Database { get; } = database;

    protected IHubStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Database.CreateAsync(Token);
        Store = Database.Open();
        await Store.MigrateAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<AppendResult> AppendAsync(params JournalRecord[] records) => Store.Journal.AppendAsync(Some.Page(records), Token);

    /// <summary>Everything that is not published yet, as facts.</summary>
    protected async Task<List<Fact>> PublishedAsync()
    {
        var batches = await Store.Journal.ClaimForPublishingAsync("host", 10_000, TimeSpan.FromMinutes(5), Some.Now, Token);
        return [.. batches.SelectMany(Read)];
    }

    protected static IEnumerable<Fact> Read(JournalBatch batch) => batch.Facts.Select(json => FactContract.Deserialize(batch.Contract, json.Span));

    /// <summary>Who somebody is.</summary>
    protected async Task<CitizenRef> WhoAsync(string who) => (await FindAsync(Database, who))!.Value;

    /// <summary>Who somebody is in a database; null when she is not known there.</summary>
    protected static async Task<CitizenRef?> FindAsync(TestDatabase database, string who)
    {
        var hash = Encoding.UTF8.GetString(Keys.Hash(who));
        var row = (await database.RowsAsync("SELECT insz_hash, ref FROM citizen_keys")).SingleOrDefault(row => row.StartsWith(hash + "|", StringComparison.Ordinal));
        return row is null ? null : CitizenRef.Parse(row[^36..]);
    }

    /// <summary>What an evaluation of these citizens would see.</summary>
    protected async Task<DetectionInput> SeenAsync(params CitizenRef[] citizens)
    {
        DetectionInput? seen = null;
        await Store.Detection.DetectAsync(null, citizens, input => Nothing(seen = input), Some.Now, Token);
        return seen!;
    }

    protected static DetectionOutcome Nothing(DetectionInput input) => new([], [], [], new Dictionary<CitizenRef, DateTimeOffset?>());
}
