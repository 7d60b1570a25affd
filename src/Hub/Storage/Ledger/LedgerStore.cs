using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Ledger;

/// <summary>The ledger on either database.</summary>
internal sealed class LedgerStore(HubDatabase database) : ILedgerStore
{
    public Task<LedgerBook> ReadAsync(string? source, DateTimeOffset? since, DateTimeOffset unprocessedSince, CancellationToken token) => database.SnapshotAsync(
        async session =>
        {
            var from = since is { } given ? await LedgerReading.FromAsync(session, given) : (long?)null;
            return await new LedgerReading(session, source, from, Micros.Of(unprocessedSince)).ReadAsync();
        },
        token);

    public Task<WaitingBatches> WaitingAsync(CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var waiting = await OldestAsync(session, "published_at IS NULL AND processed_at IS NULL");
            var published = await OldestAsync(session, "published_at IS NOT NULL AND processed_at IS NULL");
            return new WaitingBatches(waiting < published || published is null ? waiting : published, published);
        },
        token);

    public Task<ILookup<string, DateTimeOffset>> ArrivalsAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT DISTINCT source, hour FROM source_counts WHERE hour >= @from AND read_count > 0",
            static reader => (Source: reader.GetString(0), Hour: Micros.OfHour(reader.GetInt64(1))),
            ("from", Math.Max(1, Micros.HourOf(Micros.Of(since)))))).ToLookup(row => row.Source, row => row.Hour, StringComparer.Ordinal),
        token);

    public Task<int> FoldAsync(DateTimeOffset now, CancellationToken token) => database.WriteAsync(session => CountFolding.RunAsync(session, Micros.Of(now)), token);

    private static async Task<DateTimeOffset?> OldestAsync(Session session, string which) =>
        (await session.QueryAsync($"SELECT min(coalesce(waiting_since, created_at)) FROM batches WHERE {which}", static reader => reader.TimeOrNull(0)))[0];
}
