using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>The complete export that a page is of.</summary>
internal sealed class PageSnapshot(Session session, int id, SnapshotHolds holds)
{
    public int Id => id;

    public static async Task<PageSnapshot> FindAsync(Session session, int source, JournalSnapshot snapshot)
    {
        (string, object?)[] values = [("source", source), ("scope", snapshot.Scope), ("name", snapshot.Id)];
        const string find = "SELECT id, holds FROM snapshots WHERE source = @source AND scope = @scope AND name = @name";
        var found = await session.QueryAsync(find, Read, values);
        if (found.Count == 0)
        {
            await session.ExecuteAsync("INSERT INTO snapshots (source, scope, name) VALUES (@source, @scope, @name) ON CONFLICT (source, scope, name) DO NOTHING", values);
            found = await session.QueryAsync(find, Read, values);
        }

        return new PageSnapshot(session, found[0].Id, found[0].Holds);

        static (int Id, SnapshotHolds Holds) Read(System.Data.Common.DbDataReader reader) => (reader.GetInt32(0), (SnapshotHolds)reader.GetInt32(1));
    }

    /// <summary>Remembers that a page held something that could be read, and whether any of it was in an earlier export. Most pages tell nothing that an earlier one did not.</summary>
    public async Task TellAsync(IEnumerable<int> met)
    {
        long[] earlier = [.. met.Where(one => one != id)];
        if (holds == SnapshotHolds.Known || (holds == SnapshotHolds.NewOnly && earlier.Length == 0))
            return;
        await session.ExecuteAsync(
            $"""
            UPDATE snapshots SET holds = CASE WHEN EXISTS (
                SELECT 1 FROM snapshots WHERE {session.In("id", "earlier")} AND holds <> {(int)SnapshotHolds.NewOnly}) THEN {(int)SnapshotHolds.Known} ELSE {(int)SnapshotHolds.NewOnly} END
            WHERE id = @snapshot AND holds <> {(int)SnapshotHolds.Known}
            """,
            ("snapshot", id),
            ("earlier", earlier));
    }

    /// <summary>Its end was not held back: what it holds is known from now on.</summary>
    public async Task BelieveAsync()
    {
        if (holds != SnapshotHolds.Known)
            await session.ExecuteAsync($"UPDATE snapshots SET holds = {(int)SnapshotHolds.Known} WHERE id = @snapshot", ("snapshot", id));
    }

    /// <summary>What all pages of it held.</summary>
    public async Task<SnapshotHolds> HeldAsync() =>
        (await session.QueryAsync("SELECT holds FROM snapshots WHERE id = @snapshot", static reader => (SnapshotHolds)reader.GetInt32(0), ("snapshot", id)))[0];
}
