using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>The batches, of one fact each, that entries of facts are about.</summary>
internal static class QuarantinedBatches
{
    /// <summary>A query of their ids, for the entries of the array parameter <c>ids</c>.</summary>
    public static string Of(Session session) =>
        $"""
        SELECT b.id FROM quarantine q JOIN batches b ON b.quarantined IS NOT NULL AND b.source = q.source AND q.kind = '{QuarantineKinds.FactPrefix}' || b.contract
        JOIN facts f ON f.batch_id = b.id AND f.record_id = q.record_id WHERE {session.In("q.id", "ids")} AND q.resolved_at IS NULL
        """;
}
