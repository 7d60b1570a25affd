using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Storage.Loads;

/// <summary>Loads on either database.</summary>
internal sealed class LoadStore(HubDatabase database, LoadWatch watch) : ILoadStore
{
    /// <summary>How many people are due to be looked at again in one transaction.</summary>
    private const int AtOnce = 1000;

    public Task<IReadOnlyList<LoadQuestion>> QuestionsAsync(CancellationToken token) => database.ReadAsync(LoadQuestions.ReadAsync, token);

    public async Task EndFirstAsync(string source, DateTimeOffset now, CancellationToken token)
    {
        const string goesOn = "source = @source AND reason = 'first-load' AND until_at IS NULL";
        if (await database.ReadAsync(session => session.CountAsync($"SELECT count(*) FROM loads WHERE {goesOn}", ("source", source)), token) == 0)
            return;
        await database.WriteAsync(session => session.ExecuteAsync($"UPDATE loads SET until_at = @now WHERE {goesOn}", ("source", source), ("now", Micros.Of(now))), token);
        watch.Forget(source);
    }

    public Task<IReadOnlyList<LoadAnswer>> AnswerAsync(string source, LoadState state, DateTimeOffset? since, string actor, DateTimeOffset now, CancellationToken token) => database.WriteAsync<IReadOnlyList<LoadAnswer>>(
        async session =>
        {
            // An evaluation that holds a moment of this load shares its row: it is waited for, and any later one sees the answer.
            var answered = await session.QueryAsync(
                "UPDATE loads SET state = @state, since = @since, answered_at = @now WHERE source = @source AND state = 'open' RETURNING id, reason, until_at",
                static reader => (Id: reader.GetInt64(0), Reason: LoadReasons.Reason(reader.GetString(1)), Until: reader.TimeOrNull(2)),
                ("source", source),
                ("state", LoadReasons.Text(state)),
                ("since", Micros.Of(since)),
                ("now", Micros.Of(now)));
            var answers = new List<LoadAnswer>();
            foreach (var load in answered.OrderBy(load => load.Id))
            {
                var (all, signalled) = (await session.QueryAsync(
                    $"SELECT count(*), count(*) FILTER (WHERE l.state = 'released' AND (l.since IS NULL OR m.occurred_at >= l.since) AND (m.expires_at IS NULL OR m.expires_at > @now)) FROM loads l JOIN moments m ON {LoadQuestions.Held} WHERE l.id = @load",
                    static reader => (reader.GetInt64(0), reader.GetInt64(1)),
                    ("load", load.Id),
                    ("now", Micros.Of(now))))[0];
                answers.Add(new LoadAnswer(load.Reason, load.Until, signalled, all - signalled));
                await AuditLog.AddAsync(
                    session,
                    new AuditEntry
                    {
                        At = now,
                        Kind = state == LoadState.Kept ? AuditKinds.LoadKept : AuditKinds.LoadReleased,
                        Actor = actor,
                        Source = source,
                        Detail = $"load {load.Id} of source {source}{(since is { } day ? $", since {day:O}" : "")}",
                    });
            }

            return answers;
        },
        token);

    public async Task SettleAsync(DateTimeOffset now, Action<int>? progress, CancellationToken token)
    {
        var unsettled = await database.ReadAsync(
            session => session.QueryAsync("SELECT id FROM loads WHERE state <> 'open' AND settled_at IS NULL ORDER BY id", static reader => reader.GetInt64(0)), token);
        foreach (var load in unsettled)
        {
            var due = 0;
            Guid[] some;
            for (var after = Guid.Empty; (some = await database.WriteAsync(session => RecheckAsync(session, load, after, Micros.Of(now)), token)).Length > 0; after = some[^1])
                progress?.Invoke(due += some.Length);
            await database.WriteAsync(session => session.ExecuteAsync("UPDATE loads SET settled_at = @now WHERE id = @load", ("now", Micros.Of(now)), ("load", load)), token);
        }
    }

    /// <summary>Makes a page of people with held moments due. Their rows are locked as a detection locks them: one under way still saw the load open, and might plan over this.</summary>
    private static async Task<Guid[]> RecheckAsync(Session session, long load, Guid after, long now)
    {
        var citizens = (await session.QueryAsync(
            $"SELECT DISTINCT m.citizen FROM loads l JOIN moments m ON {LoadQuestions.Held} WHERE l.id = @load AND m.citizen > @after ORDER BY m.citizen LIMIT @max",
            static reader => reader.GetGuid(0),
            ("load", load),
            ("after", after),
            ("max", AtOnce))).ToArray();
        if (citizens.Length == 0)
            return citizens;
        if (session.ForUpdate.Length > 0)
            await session.ExecuteAsync($"SELECT 1 FROM citizens WHERE {session.In("ref", "citizens")} ORDER BY ref {session.ForUpdate}", ("citizens", citizens));
        await session.InsertAsync(
            new Rows("rechecks").Add("citizen", citizens, citizen => citizen).AddConstant("due_at", citizens.Length, now),
            "ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at WHERE excluded.due_at < rechecks.due_at");
        return citizens;
    }
}
