using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Composition;

/// <summary>SQLite or PostgreSQL, as configured.</summary>
internal static class StoreFactory
{
    public static IHubStore Create(StoreConfiguration store, bool isFollowed, Vault vault, CitizenKeys citizens, TimeProvider time, ILoggerFactory loggers) => store.IsPostgres
        ? new PostgresStore(store.Location, vault, citizens, time, isFollowed, loggers.CreateLogger<PostgresStore>())
        : new SqliteStore(store.Location, vault, citizens, time, isFollowed);
}
