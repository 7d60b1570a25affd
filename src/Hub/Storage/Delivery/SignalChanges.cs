using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>
/// What follows when signals gain or lose moments: who has one is told, and one whose last moment went is withdrawn. The row of the signal is locked first, here and where a delivery is settled, then its deliveries: a
/// delivery and a change at the same time never miss each other, nor do two changes by different hosts.
/// </summary>
internal sealed class SignalChanges(Session session, long now)
{
    private readonly List<DeliveryRow> rows = [];
    private readonly List<Guid> cancelled = [];

    /// <summary>Tells of moments that joined signals, left them or were corrected in them. A signal that is withdrawn already is left alone.</summary>
    /// <param name="changes">The moments, in the signals that they are in or went over to.</param>
    /// <param name="left">Moments that went out of a signal, as they were in it: who saw them is told.</param>
    public async Task<IReadOnlyList<ChangedSignal>> TellAsync(IReadOnlyCollection<(Guid Signal, Guid Moment)> changes, IReadOnlyCollection<StoredMoment> left)
    {
        var open = changes.Count + left.Count == 0 ? [] : (await session.QueryAsync(
            $"SELECT id FROM signals WHERE {session.In("id", "signals")} AND withdrawn_at IS NULL ORDER BY id {session.ForUpdate}",
            static reader => reader.GetGuid(0),
            ("signals", changes.Select(change => change.Signal).Concat(left.Select(moment => moment.SignalId!.Value)).Distinct().ToArray()))).ToArray();
        if (open.Length == 0)
            return [];

        // Statements after the lock: each sees everything that was committed before it was granted.
        var standing = (await SignalMoments.ReadAsync(session, open)).Where(moment => !moment.IsWithdrawn).ToLookup(moment => moment.SignalId!.Value);
        var moments = (await session.QueryAsync(
            $"SELECT {MomentColumns.All} FROM moments m WHERE {session.In("m.id", "moments")}",
            static reader => MomentColumns.Read(reader, 0),
            ("moments", changes.Select(change => change.Moment).Distinct().ToArray()))).ToDictionary(moment => moment.Id);
        var deliveries = await KnownDelivery.ReadAsync(session, open);
        var changed = new List<ChangedSignal>();
        foreach (var signal in open)
        {
            var touched = changes.Where(change => change.Signal == signal && moments.ContainsKey(change.Moment)).Select(change => moments[change.Moment])
                .Concat(left.Where(moment => moment.SignalId == signal)).ToList();
            var told = Tell(signal, [.. standing[signal]], touched, [.. deliveries[signal]]);
            if (standing[signal].Concat(touched).FirstOrDefault()?.Moment is { } first)
                changed.Add(new ChangedSignal(signal, first.Code, first.Citizen, [.. standing[signal].Select(moment => moment.Id)], !deliveries.Contains(signal), told));
        }

        await StoreAsync(open, [.. open.Where(signal => !standing.Contains(signal))]);
        return changed;
    }

    /// <summary>As for changes, of signals that were withdrawn while they were delivered: who has one and was not told is told.</summary>
    public async Task TellWithdrawnAsync(Guid[] signals)
    {
        var deliveries = await KnownDelivery.ReadAsync(session, signals);
        foreach (var signal in signals)
            Tell(signal, [], [], [.. deliveries[signal]]);
        await StoreAsync([], []);
    }

    private IReadOnlyList<(TellingKind Kind, string Partner)> Tell(Guid signal, IReadOnlyList<StoredMoment> standing, IReadOnlyList<StoredMoment> touched, IReadOnlyList<KnownDelivery> deliveries)
    {
        var telling = SignalTelling.Of([.. standing.Select(View)], [.. touched.Select(View)], KnownDelivery.HoldersOf(deliveries));
        var last = deliveries.Count == 0 ? 0 : deliveries.Max(delivery => delivery.CreatedAt);
        rows.AddRange(telling.Tell.Select(tell => DeliveryRow.Of(signal, tell.Kind, tell.To, now, last)));
        cancelled.AddRange(deliveries.Where(delivery => delivery.IsCancelledFor(telling.Cancel)).Select(delivery => delivery.Id));
        return [.. telling.Tell.Select(tell => (tell.Kind, tell.To.Partner))];
    }

    private async Task StoreAsync(Guid[] signals, Guid[] withdrawn)
    {
        if (cancelled.Count > 0)
            await session.ExecuteAsync($"UPDATE deliveries SET state = 'cancelled', settled_at = @now WHERE {session.In("id", "ids")}", ("now", now), ("ids", cancelled.ToArray()));
        if (rows.Count > 0)
        {
            await session.InsertAsync(DeliveryRow.ToRows(rows));
            await DeliveryRow.CountAsync(session, rows);
        }

        if (withdrawn.Length > 0)
            await session.ExecuteAsync($"UPDATE signals SET withdrawn_at = @now WHERE {session.In("id", "ids")}", ("now", now), ("ids", withdrawn));
        if (withdrawn.Length < signals.Length)
        {
            await session.ExecuteAsync(
                $"""
                UPDATE signals SET priority = (SELECT max(m.priority) FROM moments m WHERE m.signal_id = signals.id AND m.withdrawn_at IS NULL),
                    expires_at = coalesce((SELECT max(m.expires_at) FROM moments m WHERE m.signal_id = signals.id AND m.withdrawn_at IS NULL), expires_at)
                WHERE {session.In("id", "ids")}
                """,
                ("ids", signals.Except(withdrawn).ToArray()));
        }
    }

    private static MomentOfSignal View(StoredMoment moment) => new(moment.Id, moment.Chosen);
}
