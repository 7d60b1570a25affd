using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Takes rows of facts away, so that the ledger knows.</summary>
internal static class FactRows
{
    public static async Task EraseAsync(Session session, IReadOnlyList<(long Batch, int Ordinal)> rows)
    {
        foreach (var (batch, ordinals) in rows.GroupBy(row => row.Batch, row => (long)row.Ordinal).Select(group => (group.Key, group.ToArray())))
        {
            (string, object?)[] values = [("batch", batch), ("ordinals", ordinals)];
            await session.ExecuteAsync($"DELETE FROM fact_members WHERE batch_id = @batch AND {session.In("ordinal", "ordinals")}", values);
            var erased = await session.ExecuteAsync($"DELETE FROM facts WHERE batch_id = @batch AND {session.In("ordinal", "ordinals")}", values);
            await session.ExecuteAsync("UPDATE batches SET erased = erased + @erased WHERE id = @batch", ("batch", batch), ("erased", erased));
        }
    }
}
