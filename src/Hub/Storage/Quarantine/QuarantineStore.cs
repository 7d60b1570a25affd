using System.Data.Common;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>Quarantine on either database.</summary>
internal sealed class QuarantineStore(HubDatabase database, Vault vault) : IQuarantineStore
{
    private const string Columns = "id, source, record_id, kind, reasons, adapter_version, quarantined_at, reason";

    public Task<IReadOnlyList<QuarantineGroup>> GroupsAsync(QuarantineFilter filter, CancellationToken token) =>
        database.ReadAsync(session => QuarantineGroups.ReadAsync(session, filter), token);

    public Task<IReadOnlyList<QuarantineEntry>> ListAsync(QuarantineFilter? filter, int max, CancellationToken token) => database.ReadAsync(
        session => EntriesAsync(session, filter ?? QuarantineFilter.All, "ORDER BY quarantined_at DESC, id DESC LIMIT @max", ("max", max)), token);

    public Task<(long Count, long Last)> CountAsync(QuarantineFilter filter, CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var (where, values) = filter.Where();
            return (await session.QueryAsync($"SELECT count(*), coalesce(max(id), 0) FROM quarantine WHERE {where}", static reader => (reader.GetInt64(0), reader.GetInt64(1)), values))[0];
        },
        token);

    public Task<IReadOnlyList<QuarantineEntry>> PageAsync(QuarantineFilter filter, long after, long last, int max, CancellationToken token) => database.ReadAsync(
        session => EntriesAsync(session, filter, "AND id > @after AND id <= @last ORDER BY id LIMIT @max", ("after", after), ("last", last), ("max", max)), token);

    public Task<ReadOnlyMemory<byte>> OpenAsync(long id, CancellationToken token) => database.ReadAsync<ReadOnlyMemory<byte>>(
        async session =>
        {
            var found = await session.QueryAsync(
                "SELECT key_id, sealed FROM quarantine WHERE id = @id AND sealed IS NOT NULL", static reader => (KeyId: reader.GetString(0), Sealed: reader.Bytes(1)), ("id", id));
            return found.Count > 0 ? vault.Open(found[0].KeyId, found[0].Sealed) : throw new KeyNotFoundException($"Nothing rests in quarantine under {id}.");
        },
        token);

    public Task<int> DiscardAsync(QuarantineFilter filter, long last, string because, string actor, int max, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            var entries = await EntriesAsync(session, filter, $"AND id <= @last ORDER BY id LIMIT @max {session.ForUpdate}", ("last", last), ("max", max));
            await QuarantineDiscard.RunAsync(session, entries, because, actor, now);
            return entries.Count;
        },
        token);

    public Task<int> ReinstateAsync(IReadOnlyCollection<long> entries, DateTimeOffset now, CancellationToken token) =>
        database.WriteAsync(session => ReinstatedFacts.RunAsync(session, [.. entries], Micros.Of(now)), token);

    internal static QuarantineEntry Read(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.Time(6), reader.GetString(7));

    internal static async Task<IReadOnlyList<QuarantineEntry>> EntriesAsync(Session session, QuarantineFilter filter, string rest, params (string Name, object? Value)[] more)
    {
        var (where, values) = filter.Where();
        return await session.QueryAsync($"SELECT {Columns} FROM quarantine WHERE {where} {rest}", Read, [.. values, .. more]);
    }
}
