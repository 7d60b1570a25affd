using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Storage.Detection;

/// <summary>Stores what an evaluation decided, by sets.</summary>
internal sealed class DetectionWriting(Session session, long now)
{
    public async Task StoreAsync(DetectionOutcome outcome, IReadOnlyDictionary<CitizenRef, DateTimeOffset> planned)
    {
        if (outcome.Detected.Count > 0)
        {
            await session.InsertAsync(
                MomentColumns.ToRows(outcome.Detected, now),
                """
                ON CONFLICT (citizen, rule, source, record_id, fact_key) DO UPDATE SET code = excluded.code, contract = excluded.contract, occurred_at = excluded.occurred_at,
                    known_at = excluded.known_at, detected_at = excluded.detected_at, withdrawn_at = NULL
                """);
        }

        if (outcome.Withdrawn.Count > 0)
            await Withdrawals.OfMomentsAsync(session, [.. outcome.Withdrawn], now);
        if (outcome.Signals.Count > 0)
            await NewSignals.StoreAsync(session, outcome.Signals, now);
        await StoreRechecksAsync(outcome.Rechecks, planned);
    }

    private async Task StoreRechecksAsync(IReadOnlyDictionary<CitizenRef, DateTimeOffset?> rechecks, IReadOnlyDictionary<CitizenRef, DateTimeOffset> planned)
    {
        var removed = rechecks.Where(recheck => recheck.Value is null && planned.ContainsKey(recheck.Key)).Select(recheck => recheck.Key.Value).ToArray();
        if (removed.Length > 0)
            await session.ExecuteAsync($"DELETE FROM rechecks WHERE {session.In("citizen", "citizens")}", ("citizens", removed));
        var changed = rechecks.Where(recheck => recheck.Value is { } at && !(planned.TryGetValue(recheck.Key, out var known) && Micros.Of(known) == Micros.Of(at))).ToList();
        if (changed.Count > 0)
        {
            await session.InsertAsync(
                new Rows("rechecks").Add("citizen", changed, recheck => recheck.Key.Value).Add("due_at", changed, recheck => Micros.Of(recheck.Value!.Value)),
                "ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at");
        }
    }
}
