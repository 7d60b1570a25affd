using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Journal;

/// <summary>The journal on either database.</summary>
internal sealed class JournalStore(HubDatabase database, Names names, KeyRing keys, LoadWatch loads) : IJournalStore
{
    private const string InFlight = "published_at IS NOT NULL AND processed_at IS NULL";

    public async Task<AppendResult> AppendAsync(JournalPage page, CancellationToken token)
    {
        var result = await database.WriteAsync(
            async session => await new PageAppend(session, names, await keys.UseAsync(session, CitizenLookup.Joins(page.Records)), page, loads).RunAsync(), token);
        if (result.Opened is not null)
            loads.Forget(page.Source);
        return result;
    }

    public Task<IReadOnlyList<SnapshotLoss>> AcceptLossAsync(string source, DateTimeOffset now, CancellationToken token) => database.WriteAsync<IReadOnlyList<SnapshotLoss>>(
        async session =>
        {
            var inUse = await keys.UseAsync(session);
            var accepted = new List<SnapshotLoss>();
            foreach (var export in await HeldLosses.LockAsync(session, await names.SourceAsync(session, source)))
            {
                // The last page of that export once more, empty, with nothing that holds it back.
                var end = new JournalPage { Source = source, Records = [], Snapshot = export, KnownAt = now };
                if ((await new PageAppend(session, names, inUse, end, loads).RunAsync()).Loss is { } loss)
                    accepted.Add(loss);
            }

            return accepted;
        },
        token);

    public Task<IReadOnlyList<JournalBatch>> ClaimForPublishingAsync(
        string publisher, int maxInFlight, TimeSpan republishAfter, DateTimeOffset now, CancellationToken token) =>
        database.WriteAsync(session => BatchClaim.RunAsync(session, publisher, maxInFlight, Micros.Of(now - republishAfter), Micros.Of(now)), token);

    public async Task ReleaseAsync(IReadOnlyCollection<long> batchIds, CancellationToken token)
    {
        if (batchIds.Count > 0)
        {
            await database.WriteAsync(
                session => session.ExecuteAsync(
                    $"UPDATE batches SET published_at = NULL, publisher = NULL WHERE {session.In("id", "ids")} AND processed_at IS NULL", ("ids", batchIds.ToArray())),
                token);
        }
    }

    public Task ReleaseUnprocessedAsync(string? publisher, CancellationToken token) => database.WriteAsync(
        session => publisher is null
            ? session.ExecuteAsync($"UPDATE batches SET published_at = NULL, publisher = NULL WHERE {InFlight}")
            : session.ExecuteAsync($"UPDATE batches SET published_at = NULL, publisher = NULL WHERE {InFlight} AND publisher = @publisher", ("publisher", publisher)),
        token);

    public Task<long> CountUnprocessedAsync(CancellationToken token) => database.ReadAsync(
        async session => await session.CountAsync("SELECT count(*) FROM batches WHERE published_at IS NULL AND processed_at IS NULL")
            + await session.CountAsync($"SELECT count(*) FROM batches WHERE {InFlight}"),
        token);

    public Task<DateTimeOffset?> OldestUnprocessedAsync(CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            $"SELECT min(coalesce(waiting_since, created_at)) FROM batches WHERE (published_at IS NULL AND processed_at IS NULL) OR ({InFlight})",
            static reader => reader.IsDBNull(0) ? (DateTimeOffset?)null : Micros.ToTime(reader.GetInt64(0)))).First(),
        token);

    public Task<string?> CheckpointAsync(string source, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync("SELECT value FROM checkpoints WHERE source = @source", static reader => reader.GetString(0), ("source", source))).FirstOrDefault(),
        token);

    public Task ForgetCheckpointAsync(string source, CancellationToken token) =>
        database.WriteAsync(session => session.ExecuteAsync("DELETE FROM checkpoints WHERE source = @source", ("source", source)), token);
}
