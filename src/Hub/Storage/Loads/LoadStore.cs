using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Loads;

/// <summary>Loads on either database.</summary>
internal sealed class LoadStore(HubDatabase database, LoadWatch watch) : ILoadStore
{
    public Task<IReadOnlyList<LoadQuestion>> QuestionsAsync(CancellationToken token) => database.ReadAsync<IReadOnlyList<LoadQuestion>>(
        async session => await session.QueryAsync(
            """
            SELECT l.source, l.reason, l.opened_at, l.until_at, CAST(
                (SELECT coalesce(sum(b.facts), 0) FROM batches b WHERE b.source = l.source AND b.created_at >= l.from_at AND (l.until_at IS NULL OR b.created_at <= l.until_at)) AS bigint)
            FROM loads l WHERE l.state = 'open' ORDER BY l.opened_at, l.id
            """,
            static reader => new LoadQuestion(reader.GetString(0), LoadReasons.Reason(reader.GetString(1)), reader.Time(2), reader.TimeOrNull(3), reader.GetInt64(4))),
        token);

    public async Task EndFirstAsync(string source, DateTimeOffset now, CancellationToken token)
    {
        const string goesOn = "source = @source AND reason = 'first-load' AND until_at IS NULL";
        if (await database.ReadAsync(session => session.CountAsync($"SELECT count(*) FROM loads WHERE {goesOn}", ("source", source)), token) == 0)
            return;
        await database.WriteAsync(session => session.ExecuteAsync($"UPDATE loads SET until_at = @now WHERE {goesOn}", ("source", source), ("now", Micros.Of(now))), token);
        watch.Forget(source);
    }
}
