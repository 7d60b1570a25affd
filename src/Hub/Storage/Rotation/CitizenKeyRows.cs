using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Rotation;

/// <summary>The table from hashes of INSZs to references.</summary>
internal static class CitizenKeyRows
{
    public const string Table = "citizen_keys";

    /// <summary>
    /// Hashes the rows that follow a hash further, to the key that counts now. Null when there are none. Who joins or erases citizens holds the guard alone, so no row changes while it moves; who looks
    /// for one sees it before or after.
    /// </summary>
    public static async Task<MovedRows<byte[]>?> MoveAsync(Session session, CitizenHashing citizens, byte[]? after, int max)
    {
        var rows = await session.QueryAsync(
            $"SELECT insz_hash, key_id, ref FROM {Table} WHERE insz_hash > @after AND key_id <> @current ORDER BY insz_hash LIMIT @max {session.ForUpdate}",
            static reader => (Hash: reader.Bytes(0), KeyId: reader.GetString(1), Ref: reader.GetGuid(2)),
            ("after", after ?? []),
            ("current", citizens.Current),
            ("max", max));
        if (rows.Count == 0)
            return null;
        // In the order of the new hashes, as pages insert theirs.
        var raised = rows.Select(row => (Hash: citizens.Keys.Raise(row.Hash, row.KeyId, citizens.Current), row.Ref)).OrderBy(row => HashKey.Of(row.Hash).Value).ToList();
        await session.InsertAsync(new Rows(Table).Add("insz_hash", raised, row => row.Hash).AddConstant("key_id", raised.Count, citizens.Current).Add("ref", raised, row => row.Ref));
        await session.ExecuteAsync($"DELETE FROM {Table} WHERE {session.InHashes("insz_hash", "hashes")}", ("hashes", rows.Select(row => row.Hash).ToArray()));
        return new(rows[^1].Hash, rows.Count);
    }
}
