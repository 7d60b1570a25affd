using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Events;
using IntegrationHub.Storage.Ledger;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Detection;

/// <summary>Detection on either database.</summary>
internal sealed class DetectionStore(HubDatabase database, Names names, KeyRing keys, Outbox outbox, TimeProvider time) : IDetectionStore
{
    public Task<bool> DetectAsync(
        long? batchId, IReadOnlyCollection<CitizenRef> citizens, Func<DetectionInput, DetectionOutcome> detect, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            if (batchId is { } id && !await IsOpenAsync(session, id))
                return false;
            var input = await new DetectionReading(session, names, Micros.Of(now)).LoadAsync([.. citizens.Select(citizen => citizen.Value).Distinct()]);
            var outcome = await LoadReading.LookAgainAsync(session, input.Input, detect(input.Input), now);
            var changed = await new DetectionWriting(session, Micros.Of(now)).StoreAsync(outcome, input.Rechecks);
            await outbox.AddAsync(session, () => DetectionEvents.Of(outcome, input.Input, changed, Micros.Cut(now)));
            if (batchId is { } done)
                await MarkProcessedAsync(session, done, Micros.Of(now));
            await MomentCounts.FoundAsync(session, input.Input, outcome);
            return true;
        },
        token);

    public Task<IReadOnlyList<CitizenRef>> DueRechecksAsync(DateTimeOffset now, int max, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenRef>>(
        async session => await session.QueryAsync(
            "SELECT citizen FROM rechecks WHERE due_at <= @now ORDER BY due_at LIMIT @max", static reader => reader.Citizen(0), ("now", Micros.Of(now)), ("max", max)),
        token);

    public Task SplitAsync(long batchId, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            if (await IsOpenAsync(session, batchId))
                await BatchSplit.RunAsync(session, batchId, Micros.Of(time.GetUtcNow()));
        },
        token);

    public Task<int> CountFailureAsync(long batchId, CancellationToken token) => database.WriteAsync(
        async session => (await session.QueryAsync(
            "UPDATE batches SET failures = failures + 1 WHERE id = @id RETURNING failures", static reader => reader.GetInt32(0), ("id", batchId))).FirstOrDefault(),
        token);

    public Task QuarantineBatchAsync(long batchId, string reason, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            var inUse = await keys.UseAsync(session);
            if (!await IsOpenAsync(session, batchId))
                return;
            await BatchQuarantine.RunAsync(session, inUse.Seal, batchId, reason, Micros.Of(now));
            await MarkProcessedAsync(session, batchId, Micros.Of(now));
        },
        token);

    /// <summary>Locks a batch; false when it was processed already.</summary>
    private static async Task<bool> IsOpenAsync(Session session, long batchId) => (await session.QueryAsync(
        $"SELECT 1 FROM batches WHERE id = @id AND processed_at IS NULL {session.ForUpdate}", static reader => reader.GetInt32(0), ("id", batchId))).Count > 0;

    private static Task<int> MarkProcessedAsync(Session session, long batchId, long now) =>
        session.ExecuteAsync("UPDATE batches SET processed_at = @now WHERE id = @id", ("id", batchId), ("now", now));
}
