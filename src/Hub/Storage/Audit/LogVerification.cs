using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>Reads the sealed log from its beginning to its end, a few blocks at a time, and compares it with its seals and with a head that was kept elsewhere.</summary>
internal static class LogVerification
{
    private const int BlocksAtOnce = 500;
    private const int MostFaults = 10;

    public static async Task<AuditReport> RunAsync(Session session, AuditKeys keys, AuditHead? head, DateTimeOffset? keptSince, Action<long>? progress)
    {
        var faults = new List<AuditFault>();
        var count = 0L;
        using var walk = new BlockWalk(keys, head, keptSince, Tell);
        await WalkAsync(session, walk, long.MaxValue, progress);
        walk.Finish();
        // Numbers lead the walk: what has something else instead, as SQLite allows, was not met.
        var unmet = await session.CountAsync("SELECT count(*) FROM audit WHERE block IS NOT NULL") - walk.Entries;
        if (unmet > 0)
            Tell(new AuditFault(AuditFaultKind.EntriesAdded, 0, $"{unmet} sealed entries stand in a block that is no number."));
        var (unsealed, first, since) = (await session.QueryAsync(
            "SELECT count(*), min(id), min(at) FROM audit WHERE block IS NULL",
            static reader => (reader.GetInt64(0), reader.IsDBNull(1) ? (long?)null : reader.GetInt64(1), reader.TimeOrNull(2))))[0];
        return new AuditReport
        {
            Blocks = walk.Blocks,
            Entries = walk.Entries,
            Last = walk.Last?.Head,
            Anchor = walk.Anchor?.Head,
            IsHeadCompared = walk.IsHeadCompared,
            Faults = faults,
            FaultCount = count,
            Unsealed = unsealed,
            FirstUnsealed = first,
            UnsealedSince = since,
        };

        void Tell(AuditFault fault)
        {
            count++;
            if (faults.Count < MostFaults)
                faults.Add(fault);
        }
    }

    /// <summary>Walks to the end, or to a block. Entries that stand before, between or after the blocks are met as strays.</summary>
    public static async Task WalkAsync(Session session, BlockWalk walk, long to, Action<long>? progress)
    {
        var columns = new byte[]?[StoredEntry.Count];
        List<StoredBlock> blocks;
        var (after, follows) = (long.MinValue, ">=");
        do
        {
            blocks = await StoredBlock.ReadAsync(session, $"WHERE block {follows} @after AND block <= @to ORDER BY audit_blocks.block LIMIT @max", ("after", after), ("to", to), ("max", BlocksAtOnce));
            var upTo = blocks.Count < BlocksAtOnce ? to : blocks[^1].Number;
            using var coming = blocks.GetEnumerator();
            var next = coming.MoveNext() ? coming.Current : null;
            await session.EachAsync(
                $"SELECT {StoredEntry.Columns}, CAST(block AS text), CAST(position AS text), block FROM audit WHERE block {follows} @after AND block <= @to ORDER BY audit.block, audit.position",
                reader =>
                {
                    StoredEntry.Read(reader, columns, StoredEntry.Count);
                    Reach(reader.GetInt64(StoredEntry.Count));
                },
                ("after", after),
                ("to", upTo));
            Reach(long.MaxValue, isEntry: false);
            progress?.Invoke(walk.Entries);
            (after, follows) = (upTo, ">");

            // Goes to the block that an entry stands in, past blocks without any.
            void Reach(long number, bool isEntry = true)
            {
                while (next is not null && next.Number <= number)
                {
                    if (walk.Current is not null)
                        walk.End();
                    walk.Begin(next);
                    next = coming.MoveNext() ? coming.Current : null;
                }

                if (!isEntry && walk.Current is not null)
                    walk.End();
                else if (isEntry && walk.Current == number)
                    walk.Entry(columns);
                else if (isEntry)
                    walk.Stray(number, columns);
            }
        }
        while (blocks.Count == BlocksAtOnce);
    }
}
