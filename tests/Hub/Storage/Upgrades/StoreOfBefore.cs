using System.Data.Common;
using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;

namespace IntegrationHub.Storage.Tests.Upgrades;

/// <summary>A database as a hub of schema version 4 left it, in which a signal held one moment: written with its own scripts and its own columns.</summary>
internal sealed class StoreOfBefore(TestDatabase database, string scripts)
{
    public const int Version = 4;

    public static readonly Guid Anna = Guid.Parse("0a000000-0000-4000-8000-000000000001");
    private static readonly Guid Bram = Guid.Parse("0a000000-0000-4000-8000-000000000002");
    private static readonly DateOnly Ended = new(2026, 11, 19);

    /// <summary>Anna's: the OCMW has it, the CAW not yet.</summary>
    public static readonly Guid Open = Guid.Parse("5a000000-0000-4000-8000-000000000001");

    /// <summary>Bram's: withdrawn, and the OCMW, which has it, was not told yet.</summary>
    public static readonly Guid Withdrawn = Guid.Parse("5a000000-0000-4000-8000-000000000002");

    /// <summary>Bram's too: of the same moment earlier, which stood again afterwards. It could go to nobody.</summary>
    public static readonly Guid Refused = Guid.Parse("5a000000-0000-4000-8000-000000000003");

    public async Task WriteAsync(CancellationToken token)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(token);
        await RunAsync(connection, "CREATE TABLE schema_version (version integer PRIMARY KEY, applied_at bigint NOT NULL)");
        for (var version = 1; version <= Version; version++)
        {
            await RunAsync(connection, await ScriptAsync(version, token));
            await RunAsync(connection, $"INSERT INTO schema_version (version, applied_at) VALUES ({version}, 0)");
        }

        await RunAsync(connection, "INSERT INTO contracts (id, name) VALUES (2, 'employment-ended'), (3, 'person-changed')");
        await RunAsync(connection, $"INSERT INTO sources (name) VALUES ('{Some.Source}')");
        await CitizenAsync(connection, "anna", Anna);
        await CitizenAsync(connection, "bram", Bram);
        await RecordAsync(connection, 1, "p-anna", Some.Lives("anna"), Anna);
        await RecordAsync(connection, 2, "r1", Some.Ended("anna", "2026-11-19"), Anna);
        await RecordAsync(connection, 3, "p-bram", Some.Lives("bram"), Bram);
        await MomentAsync(connection, "6a000000-0000-4000-8000-000000000001", Anna, "r1", null);
        await MomentAsync(connection, "6a000000-0000-4000-8000-000000000002", Bram, "r2", Some.Now.AddHours(-1));
        await SignalAsync(connection, Open, "6a000000-0000-4000-8000-000000000001", 20, isWithdrawn: false);
        await SignalAsync(connection, Withdrawn, "6a000000-0000-4000-8000-000000000002", 20, isWithdrawn: true);
        await SignalAsync(connection, Refused, "6a000000-0000-4000-8000-000000000002", 21, isWithdrawn: true);
        await DeliveryAsync(connection, 1, Open, false, "ocmw-gent", "delivered");
        await DeliveryAsync(connection, 2, Open, false, "caw-ov", "pending");
        await DeliveryAsync(connection, 3, Withdrawn, false, "ocmw-gent", "delivered");
        await DeliveryAsync(connection, 4, Withdrawn, true, "ocmw-gent", "pending");
        await DeliveryAsync(connection, 5, Refused, false, "caw-ov", "refused");
        await RunAsync(connection, $"INSERT INTO rechecks (citizen, due_at) VALUES ('{Anna}', {At(Some.Now.AddDays(3))})");
    }

    private async Task<string> ScriptAsync(int version, CancellationToken token)
    {
        var assembly = typeof(HubDatabase).Assembly;
        var name = assembly.GetManifestResourceNames().Single(one => one.StartsWith($"{scripts}/{version:0000}", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(token);
    }

    private static async Task CitizenAsync(DbConnection connection, string who, Guid citizen)
    {
        await RunAsync(connection, $"INSERT INTO citizens (ref) VALUES ('{citizen}')");
        await RunAsync(connection, $"INSERT INTO citizen_keys (insz_hash, key_id, ref) VALUES (@hash, '{Keys.CitizenKeyId}', '{citizen}')", ("hash", Keys.Hash(who)));
    }

    /// <summary>A record with one fact, in a batch of its own that was processed.</summary>
    private static async Task RecordAsync(DbConnection connection, int batch, string record, JournalFact fact, Guid citizen)
    {
        var stored = fact.Fact with { Citizen = new CitizenRef(citizen), Source = Some.Source, RecordId = record, FactKey = fact.Key, Revision = 1, KnownAt = Some.Now.AddDays(-1) };
        var created = At(Some.Now.AddDays(-1));
        await RunAsync(
            connection,
            $"INSERT INTO records (source, record_id, content_hash, revision, citizens) VALUES (1, '{record}', @hash, 1, @citizens)",
            ("hash", Some.Record(record, fact).ContentHash),
            ("citizens", CitizenRefs.Pack([citizen])));
        await RunAsync(
            connection,
            $"INSERT INTO batches (source, contract, facts, created_at, published_at, publisher, processed_at) VALUES ('{Some.Source}', '{fact.Contract}', 1, {created}, {created}, 'host', {created})");
        await RunAsync(
            connection,
            $"INSERT INTO facts (batch_id, ordinal, revision, citizen, contract, record_id, fact_key, clear) VALUES ({batch}, 0, 1, '{citizen}', (SELECT id FROM contracts WHERE name = '{fact.Contract}'), '{record}', '{fact.Key}', @clear)",
            ("clear", Encoding.UTF8.GetString(FactContract.Serialize(stored))));
    }

    private static Task MomentAsync(DbConnection connection, string id, Guid citizen, string record, DateTimeOffset? withdrawn) => RunAsync(
        connection,
        $"""
        INSERT INTO moments (id, rule, code, citizen, source, record_id, fact_key, contract, occurred_at, known_at, detected_at, withdrawn_at)
        VALUES ('{id}', 'ontslag', 'ontslag', '{citizen}', '{Some.Source}', '{record}', 'end', 'employment-ended', {At(BelgianTime.StartOf(Ended))}, {At(Some.Now.AddDays(-1))}, {At(Some.Now.AddHours(-20))}, {(withdrawn is { } at ? At(at) : "NULL")})
        """);

    private static Task SignalAsync(DbConnection connection, Guid id, string moment, int hoursAgo, bool isWithdrawn) => RunAsync(
        connection,
        $"INSERT INTO signals (id, moment_id, issued_at, withdrawn_at) VALUES ('{id}', '{moment}', {At(Some.Now.AddHours(-hoursAgo))}, {(isWithdrawn ? At(Some.Now.AddHours(-1)) : "NULL")})");

    private static Task DeliveryAsync(DbConnection connection, int number, Guid signal, bool isWithdrawal, string recipient, string state) => RunAsync(
        connection,
        $"""
        INSERT INTO deliveries (id, signal_id, is_withdrawal, recipient, destination, worker, reason, state, attempts, created_at, due_at, settled_at, detail)
        VALUES ('da000000-0000-4000-8000-00000000000{number}', '{signal}', {(isWithdrawal ? "true" : "false")}, '{recipient}', '{(state == "refused" ? "" : "inbox-" + recipient)}', NULL,
            '{(state == "refused" ? "" : "municipality")}', '{state}', {(state == "delivered" ? 1 : 0)}, {At(Some.Now.AddHours(-20))}, {At(Some.Now.AddHours(-20))}, {(state == "pending" ? "NULL" : At(Some.Now.AddHours(-19)))},
            {(state == "refused" ? "'No authorisation.'" : "NULL")})
        """);

    private static string At(DateTimeOffset time) => FormattableString.Invariant($"{Micros.Of(time)}");

    private static async Task RunAsync(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
