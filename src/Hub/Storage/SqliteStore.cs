using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Storage;

/// <summary>The store in one SQLite file, for the embedded mode.</summary>
/// <param name="path">The file; made with its folder when it does not exist.</param>
/// <param name="vault">Seals and opens what identifies a person. The caller disposes it.</param>
/// <param name="citizens">The keys of the hashes of INSZs. The caller disposes them.</param>
/// <param name="time">The clock.</param>
/// <param name="isFollowed">Whether others may follow the hub on its bus, so that events are kept for them.</param>
public sealed class SqliteStore(string path, Vault vault, CitizenKeys citizens, TimeProvider time, bool isFollowed = false)
    : HubStore(new SqliteDatabase(path), vault, citizens, time, isFollowed);
