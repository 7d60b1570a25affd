using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>
/// Puts what is not sealed yet in the next block, in the order of its ids. Entries of a transaction that lasted longer than those of later ids come in a later block: the order of the log is that of
/// its blocks, and nothing is asked of ids.
/// </summary>
internal static class BlockSealing
{
    /// <summary>So many entries in a block at most: a block is where <c>verify</c> points, and one transaction.</summary>
    public const int MaxEntries = 1000;

    /// <summary>Seals one block. Returns how many entries it got: none when there are none, or when another host is at it.</summary>
    public static async Task<int> RunAsync(Session session, AuditKeys keys, DateTimeOffset now)
    {
        // Granted only after the transaction of who sealed before has ended: what follows sees its block.
        if (!await session.GuardAuditAsync(wait: false))
            return 0;
        var entries = await session.QueryAsync(
            $"SELECT {StoredEntry.Columns}, id FROM audit WHERE block IS NULL ORDER BY audit.id LIMIT @max",
            static reader =>
            {
                var columns = new byte[]?[StoredEntry.Count];
                StoredEntry.Read(reader, columns, StoredEntry.Block);
                return (Id: reader.GetInt64(StoredEntry.Block), Columns: columns);
            },
            ("max", MaxEntries));
        if (entries.Count == 0)
            return 0;
        var last = (await StoredBlock.ReadAsync(session, "ORDER BY audit_blocks.block DESC LIMIT 1")).FirstOrDefault();
        var number = (last?.Number ?? 0) + 1;
        var (total, sealedAt) = ((last?.Total ?? 0) + entries.Count, Micros.Of(now));
        var block = StoredBlock.Make(number, entries.Count, total, sealedAt, keys.CurrentKeyId);
        using var mac = new BlockMac(keys);
        mac.Begin(last?.Mac ?? BlockMac.BeforeFirst, block);
        for (var position = 0; position < entries.Count; position++)
        {
            var columns = entries[position].Columns;
            (columns[StoredEntry.Block], columns[StoredEntry.Position]) = (block.Header[0], StoredBlock.Text(position));
            mac.Entry(columns);
        }

        await session.UpdateAsync(
            new Rows("audit")
                .Add("id", entries, entry => entry.Id)
                .AddConstant("block", entries.Count, number)
                .Add("position", [.. Enumerable.Range(0, entries.Count)]),
            keys: 1);
        await session.InsertAsync(new Rows("audit_blocks")
            .Add("block", [number])
            .Add("entries", [entries.Count])
            .Add("total", [total])
            .Add("sealed_at", [sealedAt])
            .Add("key_id", [keys.CurrentKeyId])
            .Add("mac", new[] { mac.End() }));
        return entries.Count;
    }
}
