using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Hosts;

/// <summary>Hosts and rescans, on either database.</summary>
internal sealed class HostStore(HubDatabase database) : IHostStore
{
    public Task SeenAsync(string instance, DateTimeOffset startedAt, DateTimeOffset now, IReadOnlyCollection<string> keys, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            INSERT INTO hosts (instance, started_at, seen_at, keys) VALUES (@instance, @started, @now, @keys)
            ON CONFLICT (instance) DO UPDATE SET started_at = excluded.started_at, seen_at = excluded.seen_at, keys = excluded.keys
            """,
            ("instance", instance),
            ("started", Micros.Of(startedAt)),
            ("now", Micros.Of(now)),
            ("keys", string.Join(' ', keys.Order(StringComparer.Ordinal)))),
        token);

    public Task ConsumingAsync(string instance, DateTimeOffset? connectedAt, DateTimeOffset? consumedAt, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE hosts SET connected_at = @connected, consumed_at = @consumed WHERE instance = @instance",
            ("instance", instance),
            ("connected", Micros.Of(connectedAt)),
            ("consumed", Micros.Of(consumedAt))),
        token);

    public Task<LiveHosts> LiveAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT min(started_at), max(connected_at), max(consumed_at) FROM hosts WHERE seen_at >= @since",
            static reader => new LiveHosts(reader.TimeOrNull(0), reader.TimeOrNull(1), reader.TimeOrNull(2)),
            ("since", Micros.Of(since))))[0],
        token);

    public Task LeaveAsync(string instance, CancellationToken token) =>
        database.WriteAsync(session => session.ExecuteAsync("DELETE FROM hosts WHERE instance = @instance", ("instance", instance)), token);

    public Task<IReadOnlyList<string>> RunningAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync<IReadOnlyList<string>>(
        async session => await session.QueryAsync("SELECT instance FROM hosts WHERE seen_at >= @since ORDER BY instance", static reader => reader.GetString(0), ("since", Micros.Of(since))),
        token);

    public Task<IReadOnlyDictionary<string, IReadOnlyCollection<string>>> KeysOfRunningAsync(DateTimeOffset since, CancellationToken token) =>
        database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyCollection<string>>>(
            async session => (await session.QueryAsync(
                "SELECT instance, keys FROM hosts WHERE seen_at >= @since",
                static reader => (Instance: reader.GetString(0), Keys: reader.GetString(1)),
                ("since", Micros.Of(since)))).ToDictionary(host => host.Instance, host => (IReadOnlyCollection<string>)host.Keys.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            token);

    public Task<long> AskRescanAsync(DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            // Here and not in a service of its own: these tables grow by nothing else.
            await session.ExecuteAsync("DELETE FROM hosts WHERE seen_at < @before", ("before", Micros.Of(now - IHostStore.Kept)));
            await session.ExecuteAsync("DELETE FROM rescan_answers WHERE rescan IN (SELECT id FROM rescans WHERE asked_at < @before)", ("before", Micros.Of(now - IHostStore.Kept)));
            await session.ExecuteAsync("DELETE FROM rescans WHERE asked_at < @before", ("before", Micros.Of(now - IHostStore.Kept)));
            return await session.CountAsync("INSERT INTO rescans (asked_at) VALUES (@now) RETURNING id", ("now", Micros.Of(now)));
        },
        token);

    public Task<long?> LatestRescanAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            "SELECT id FROM rescans WHERE asked_at >= @since ORDER BY id DESC LIMIT 1", static reader => (long?)reader.GetInt64(0), ("since", Micros.Of(since)))).FirstOrDefault(),
        token);

    public Task AnswerRescanAsync(long rescan, string instance, string report, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            INSERT INTO rescan_answers (rescan, instance, answered_at, report) VALUES (@rescan, @instance, @now, @report)
            ON CONFLICT (rescan, instance) DO NOTHING
            """,
            ("rescan", rescan),
            ("instance", instance),
            ("now", Micros.Of(now)),
            ("report", report)),
        token);

    public Task<IReadOnlyList<RescanAnswer>> AnswersAsync(long rescan, CancellationToken token) => database.ReadAsync<IReadOnlyList<RescanAnswer>>(
        async session => await session.QueryAsync(
            "SELECT instance, answered_at, report FROM rescan_answers WHERE rescan = @rescan ORDER BY instance",
            static reader => new RescanAnswer(reader.GetString(0), reader.Time(1), reader.GetString(2)),
            ("rescan", rescan)),
        token);
}
