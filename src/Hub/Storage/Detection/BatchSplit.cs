using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Detection;

/// <summary>Cuts a batch into batches of one fact each. The facts move; the journal loses and doubles nothing.</summary>
internal static class BatchSplit
{
    public static async Task RunAsync(Session session, long batchId, long now)
    {
        var ordinals = await session.QueryAsync("SELECT ordinal FROM facts WHERE batch_id = @id ORDER BY ordinal", static reader => reader.GetInt32(0), ("id", batchId));
        foreach (var ordinal in ordinals)
        {
            var part = await session.CountAsync(
                "INSERT INTO batches (source, contract, facts, created_at, waiting_since) SELECT source, contract, 1, created_at, waiting_since FROM batches WHERE id = @id RETURNING id", ("id", batchId));
            (string, object?)[] move = [("part", part), ("id", batchId), ("ordinal", ordinal)];
            await session.ExecuteAsync("UPDATE facts SET batch_id = @part, ordinal = 0 WHERE batch_id = @id AND ordinal = @ordinal", move);
            await session.ExecuteAsync("UPDATE fact_members SET batch_id = @part, ordinal = 0 WHERE batch_id = @id AND ordinal = @ordinal", move);
        }

        await session.ExecuteAsync("UPDATE batches SET facts = 0, processed_at = @now WHERE id = @id", ("id", batchId), ("now", now));
    }
}
