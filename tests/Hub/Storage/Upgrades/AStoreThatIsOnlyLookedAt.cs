using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Upgrades;

public sealed class LookingAtSqlite() : AStoreThatIsOnlyLookedAt(new SqliteTestDatabase(), "Sqlite");

public sealed class LookingAtPostgres(PostgresFixture server) : AStoreThatIsOnlyLookedAt(new PostgresTestDatabase(server), "Postgres");

public abstract class AStoreThatIsOnlyLookedAt(TestDatabase database, string scripts) : IAsyncLifetime
{
    private const string Versions = "SELECT version FROM schema_version ORDER BY version";
    private IHubStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync(Token);
        store = database.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Is_not_made()
    {
        (await RefusedAsync()).ShouldStartWith("There is no store yet");
        (await RefusedAsync()).ShouldStartWith("There is no store yet");

        if (database is SqliteTestDatabase sqlite)
            File.Exists(sqlite.File).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_not_brought_up_to_date()
    {
        await new StoreOfBefore(database, scripts).WriteAsync(Token);
        var before = await database.RowsAsync(Versions);

        (await RefusedAsync()).ShouldContain("of an older hub");

        (await database.RowsAsync(Versions)).ShouldBe(before);
        await store.MigrateAsync(Token);
        await store.RequireAsync(Token);
    }

    [Fact]
    public async Task Of_a_newer_hub_is_refused_with_a_sentence_by_who_looks_and_by_who_starts()
    {
        await store.MigrateAsync(Token);
        await database.RowsAsync("INSERT INTO schema_version (version, applied_at) VALUES (9999, 0)");

        (await RefusedAsync()).ShouldContain("schema version 9999, of a newer hub");
        (await Should.ThrowAsync<SchemaException>(() => store.MigrateAsync(Token))).Message.ShouldContain("schema version 9999, of a newer hub");
    }

    private async Task<string> RefusedAsync() => (await Should.ThrowAsync<SchemaException>(() => store.RequireAsync(Token))).Message;
}
