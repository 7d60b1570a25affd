using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Storage;

/// <summary>The store in one SQLite file, for the embedded mode.</summary>
/// <param name="path">The file; made with its folder when it does not exist.</param>
/// <param name="vault">Seals and opens what identifies a person. The caller disposes it.</param>
/// <param name="citizenKeyId">Id of the key of the hashes of INSZs (<see cref="Pseudonymiser.KeyId"/>).</param>
/// <param name="time">The clock.</param>
public sealed class SqliteStore(string path, Vault vault, string citizenKeyId, TimeProvider time)
    : HubStore(new SqliteDatabase(path), vault, citizenKeyId, time);
