using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>Quarantine on either database.</summary>
internal sealed class QuarantineStore(HubDatabase database, Vault vault) : IQuarantineStore
{
    public Task<IReadOnlyList<QuarantineEntry>> ListAsync(string? source, int max, CancellationToken token) => database.ReadAsync<IReadOnlyList<QuarantineEntry>>(
        async session => await session.QueryAsync(
            $"""
            SELECT id, source, record_id, kind, reasons, adapter_version, quarantined_at FROM quarantine
            WHERE resolved_at IS NULL {(source is null ? "" : "AND source = @source")} ORDER BY quarantined_at DESC, id DESC LIMIT @max
            """,
            static reader => new QuarantineEntry(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.Time(6)),
            ("source", source ?? ""),
            ("max", max)),
        token);

    public Task<ReadOnlyMemory<byte>> OpenAsync(long id, CancellationToken token) => database.ReadAsync<ReadOnlyMemory<byte>>(
        async session =>
        {
            var found = await session.QueryAsync(
                "SELECT key_id, sealed FROM quarantine WHERE id = @id AND sealed IS NOT NULL", static reader => (KeyId: reader.GetString(0), Sealed: reader.Bytes(1)), ("id", id));
            return found.Count > 0 ? vault.Open(found[0].KeyId, found[0].Sealed) : throw new KeyNotFoundException($"Nothing rests in quarantine under {id}.");
        },
        token);
}
