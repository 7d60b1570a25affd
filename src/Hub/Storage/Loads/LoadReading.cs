using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Loads;

/// <summary>Reads the loads that matter to an evaluation.</summary>
internal static class LoadReading
{
    private const string Columns = "id, source, from_at, until_at, state, since";

    /// <summary>Those of the sources of these facts, but the released ones that hold nothing back. Read after the facts: a fact of a load is never seen without it.</summary>
    public static async Task<IReadOnlyList<Load>> OfAsync(Session session, IEnumerable<IReadOnlyList<Fact>> facts)
    {
        var sources = facts.SelectMany(some => some).Select(fact => fact.Source).Distinct(StringComparer.Ordinal).ToArray();
        if (sources.Length == 0)
            return [];
        return await session.QueryAsync(
            $"SELECT {Columns} FROM loads WHERE {session.In("source", "sources")} AND (state <> 'released' OR since IS NOT NULL) ORDER BY opened_at, id",
            Read,
            ("sources", sources));
    }

    /// <summary>All there are.</summary>
    public static async Task<IReadOnlyList<Load>> AllAsync(Session session) => await session.QueryAsync($"SELECT {Columns} FROM loads ORDER BY opened_at, id", Read);

    /// <summary>
    /// Where an evaluation holds a moment: shares the rows of the open loads until it is stored, so that an answer waits for it; what was answered since they were read is looked at again at once.
    /// </summary>
    public static async Task<DetectionOutcome> LookAgainAsync(Session session, DetectionInput input, DetectionOutcome outcome, DateTimeOffset now)
    {
        var held = outcome.Detected.Where(moment => moment.Outcome == MomentOutcome.Held).Select(moment => moment.Moment.Citizen).ToHashSet();
        if (held.Count == 0 || session.ForShare.Length == 0)
            return outcome;
        var states = await session.QueryAsync(
            $"SELECT state FROM loads WHERE {session.In("id", "ids")} ORDER BY id {session.ForShare}",
            static reader => LoadReasons.State(reader.GetString(0)),
            ("ids", input.Loads.Where(load => load.State == LoadState.Open).Select(load => load.Id).ToArray()));
        return states.TrueForAll(state => state == LoadState.Open)
            ? outcome
            : outcome with { Rechecks = outcome.Rechecks.ToDictionary(recheck => recheck.Key, recheck => held.Contains(recheck.Key) ? now : recheck.Value) };
    }

    private static Load Read(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.Time(2), reader.TimeOrNull(3), LoadReasons.State(reader.GetString(4)), reader.TimeOrNull(5));
}
