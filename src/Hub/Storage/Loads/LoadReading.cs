using System.Data.Common;
using IntegrationHub.Contracts;
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

    private static Load Read(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.Time(2), reader.TimeOrNull(3), LoadReasons.State(reader.GetString(4)), reader.TimeOrNull(5));
}
