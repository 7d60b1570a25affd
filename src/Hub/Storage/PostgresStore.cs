using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Postgres;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Storage;

/// <summary>The store in a PostgreSQL database, shared by hosts.</summary>
/// <param name="connectionString">Npgsql's; error details stay off whatever it says.</param>
/// <param name="vault">Seals and opens what identifies a person. The caller disposes it.</param>
/// <param name="citizens">The keys of the hashes of INSZs. The caller disposes them.</param>
/// <param name="time">The clock.</param>
/// <param name="isFollowed">Whether others may follow the hub on its bus, so that events are kept for them.</param>
/// <param name="log">Tells when transactions are in each other's way.</param>
public sealed class PostgresStore(string connectionString, Vault vault, CitizenKeys citizens, TimeProvider time, bool isFollowed = false, ILogger<PostgresStore>? log = null)
    : HubStore(new PostgresDatabase(connectionString, log ?? NullLogger<PostgresStore>.Instance, time), vault, citizens, time, isFollowed);
