using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Storage.Detection;

/// <summary>Stores what an evaluation decided, by sets.</summary>
internal sealed class DetectionWriting(Session session, long now)
{
    /// <summary>Returns the signals that were there and changed.</summary>
    public async Task<IReadOnlyList<ChangedSignal>> StoreAsync(DetectionOutcome outcome, IReadOnlyDictionary<CitizenRef, DateTimeOffset> planned)
    {
        var changes = new List<(Guid Signal, Guid Moment)>();
        if (outcome.Detected.Count > 0)
            await session.InsertAsync(MomentColumns.ToRows(outcome.Detected, now), MomentColumns.Again);
        if (outcome.Withdrawn.Count > 0)
            changes.AddRange(await WithdrawAsync([.. outcome.Withdrawn]));
        if (outcome.Corrected.Count > 0)
        {
            await session.UpdateAsync(MomentColumns.ToCorrections([.. outcome.Corrected.Select(one => one.Moment)]), keys: 1);
            changes.AddRange(outcome.Corrected.Where(one => one.Shows && one.Moment.SignalId is not null).Select(one => (one.Moment.SignalId!.Value, one.Moment.Id)));
        }

        if (outcome.Moved.Count > 0)
        {
            await session.UpdateAsync(new Rows("moments").Add("id", outcome.Moved, move => move.Moment).Add("signal_id", outcome.Moved, move => move.To), keys: 1);
            changes.AddRange(outcome.Moved.SelectMany(move => new[] { (move.From, move.Moment), (move.To, move.Moment) }));
        }

        IReadOnlyList<DeliveryRow> uncounted = [];
        if (outcome.Signals.Count > 0)
        {
            uncounted = await NewSignals.StoreAsync(session, outcome.Signals, now);
            changes.AddRange(outcome.Signals.Where(signal => signal.Joins).Select(signal => (signal.Id, signal.MomentId)));
        }

        await StoreRechecksAsync(outcome.Rechecks, planned);
        var changed = await new SignalChanges(session, now).TellAsync(changes, outcome.Left);
        await DeliveryRow.CountAsync(session, uncounted);
        return changed;
    }

    private async Task<IEnumerable<(Guid Signal, Guid Moment)>> WithdrawAsync(Guid[] moments)
    {
        var gone = await session.QueryAsync(
            $"UPDATE moments SET withdrawn_at = @now WHERE {session.In("id", "moments")} AND withdrawn_at IS NULL RETURNING signal_id, id",
            static reader => (Signal: reader.IsDBNull(0) ? (Guid?)null : reader.GetGuid(0), Moment: reader.GetGuid(1)),
            ("now", now),
            ("moments", moments));
        return gone.Where(one => one.Signal is not null).Select(one => (one.Signal!.Value, one.Moment));
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
