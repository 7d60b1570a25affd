using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Rotation;

/// <summary>A table with a sealed column (<c>sealed</c>, and the id of its key in <c>key_id</c>), and the columns of its primary key.</summary>
internal sealed record SealedTable(string Name, params string[] Key)
{
    /// <summary>Every one of them: a test asks the database.</summary>
    public static IReadOnlyList<SealedTable> All { get; } =
        [new("facts", "batch_id", "ordinal"), new("quarantine", "id"), new("source_state", "source", "key_hash"), new("store_keys", "name")];

    private string Columns => string.Join(", ", Key);

    /// <summary>Seals the rows that follow those of before with the key that counts now. Null when there are none.</summary>
    public async Task<MovedRows<object[]>?> MoveAsync(Session session, SealingKey current, object[]? after, int max)
    {
        var follow = after is null ? "" : $"AND ({Columns}) > ({string.Join(", ", Key.Select((_, i) => $"@after{i}"))})";
        var rows = await session.QueryAsync(
            $"SELECT {Columns}, key_id, sealed FROM {Name} WHERE key_id <> @current {follow} ORDER BY {Columns} LIMIT @max {session.ForUpdate}",
            reader => (Key: Key.Select((_, i) => reader.GetValue(i)).ToArray(), KeyId: reader.GetString(Key.Length), Sealed: reader.IsDBNull(Key.Length + 1) ? null : reader.Bytes(Key.Length + 1)),
            [("current", current.Id), ("max", max), .. (after ?? []).Select((value, i) => ($"after{i}", (object?)value))]);
        if (rows.Count == 0)
            return null;
        var update = new Rows(Name);
        for (var i = 0; i < Key.Length; i++)
        {
            var values = Array.CreateInstance(rows[0].Key[i].GetType(), rows.Count);
            for (var row = 0; row < rows.Count; row++)
                values.SetValue(rows[row].Key[i], row);
            update.AddArray(Key[i], values);
        }

        await session.UpdateAsync(
            update.Add("sealed", rows, row => row.Sealed is null ? null : current.Seal(current.Vault.Open(row.KeyId, row.Sealed))).AddConstant("key_id", rows.Count, current.Id),
            Key.Length);
        return new(rows[^1].Key, rows.Count);
    }
}
