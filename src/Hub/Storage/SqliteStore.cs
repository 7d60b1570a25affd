using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Storage;

/// <summary>The store in one SQLite file, for the embedded mode.</summary>
/// <param name="path">The file; made with its folder when it does not exist.</param>
/// <param name="vault">Seals and opens what identifies a person. The caller disposes it.</param>
/// <param name="citizenKeyId">Id of the key of the hashes of INSZs (<see cref="Pseudonymiser.KeyId"/>).</param>
/// <param name="time">The clock.</param>
/// <param name="isFollowed">Whether others may follow the hub on its bus, so that events are kept for them.</param>
public sealed class SqliteStore(string path, Vault vault, string citizenKeyId, TimeProvider time, bool isFollowed = false)
    : HubStore(new SqliteDatabase(path), vault, citizenKeyId, time, isFollowed);
