using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Events;

/// <summary>Events on either database.</summary>
internal sealed class EventStore(HubDatabase database) : IEventStore
{
    public Task<IReadOnlyList<EventBatch>> ClaimAsync(int max, TimeSpan lease, DateTimeOffset now, CancellationToken token) => database.WriteAsync<IReadOnlyList<EventBatch>>(
        async session => (await session.QueryAsync(
            $"""
            WITH claimed AS (SELECT id FROM events WHERE claimed_at IS NULL OR claimed_at <= @lapsed ORDER BY id LIMIT @max {session.ForUpdateSkipLocked})
            UPDATE events SET claimed_at = @now WHERE id IN (SELECT id FROM claimed)
            RETURNING id, contract, code, body
            """,
            static reader => new EventBatch(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), Outbox.Split(reader.Bytes(3))),
            ("lapsed", Micros.Of(now - lease)),
            ("max", max),
            ("now", Micros.Of(now)))).OrderBy(batch => batch.Id).ToList(),
        token);

    public Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken token) =>
        database.WriteAsync(session => session.ExecuteAsync($"DELETE FROM events WHERE {session.In("id", "ids")}", ("ids", ids.ToArray())), token);

    public Task ReleaseAsync(IReadOnlyCollection<long> ids, CancellationToken token) =>
        database.WriteAsync(session => session.ExecuteAsync($"UPDATE events SET claimed_at = NULL WHERE {session.In("id", "ids")}", ("ids", ids.ToArray())), token);

    public Task<long> CountAsync(CancellationToken token) => database.ReadAsync(session => session.CountAsync("SELECT count(*) FROM events"), token);
}
