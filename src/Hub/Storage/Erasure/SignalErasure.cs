using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases the moments of a citizen and the signals of which nothing else remains.</summary>
internal sealed class SignalErasure(Session session, Guid[] refs, long now)
{
    public async Task<(int Moments, int Signals, int Deliveries, IReadOnlyList<string> Recipients)> RunAsync()
    {
        var moments = await session.QueryAsync(
            $"SELECT id, source, signal_id FROM moments WHERE {session.In("citizen", "refs")}",
            static reader => (Id: reader.GetGuid(0), Source: reader.GetString(1), Signal: reader.IsDBNull(2) ? (Guid?)null : reader.GetGuid(2)),
            ("refs", refs));
        Guid[] hers = [.. moments.Select(moment => moment.Id)];
        var signals = (await session.QueryAsync($"SELECT id FROM signals WHERE {session.In("moment_id", "hers")}", static reader => reader.GetGuid(0), ("hers", hers)))
            .Union(moments.Select(moment => moment.Signal).OfType<Guid>()).Order().ToArray();
        await SendingUnderWay.AuditAsync(session, signals, now);
        var recipients = await session.QueryAsync(
            $"""
            SELECT recipient FROM deliveries WHERE {session.In("signal_id", "signals")} AND state = '{DeliveryStates.Delivered}' UNION
            SELECT recipient FROM audit WHERE {session.In("citizen", "refs")} AND kind = '{AuditKinds.Disclosed}' ORDER BY 1
            """,
            static reader => reader.GetString(0),
            ("signals", signals),
            ("refs", refs));
        await session.ExecuteAsync($"DELETE FROM moments WHERE {session.In("citizen", "refs")}", ("refs", refs));

        // A signal about others too stays theirs: it begins with a moment of theirs, and what was refused for hers alone goes.
        var others = (await session.QueryAsync(
            $"SELECT signal_id, id FROM moments WHERE {session.In("signal_id", "signals")} ORDER BY detected_at DESC, id", static reader => (Signal: reader.GetGuid(0), Moment: reader.GetGuid(1)), ("signals", signals)))
            .GroupBy(one => one.Signal).ToDictionary(group => group.Key, group => group.Last().Moment);
        var deliveries = 0;
        foreach (var (signal, moment) in others)
        {
            await session.ExecuteAsync($"UPDATE signals SET moment_id = @moment WHERE id = @signal AND {session.In("moment_id", "hers")}", ("moment", moment), ("signal", signal), ("hers", hers));
            var refused = await session.ExecuteAsync($"DELETE FROM deliveries WHERE signal_id = @signal AND {session.In("moment_id", "hers")}", ("signal", signal), ("hers", hers));
            await session.ExecuteAsync("UPDATE signals SET told = told - @refused WHERE id = @signal", ("refused", refused), ("signal", signal));
            deliveries += refused;
        }

        Guid[] gone = [.. signals.Except(others.Keys)];
        deliveries += await EraseAsync(session, gone);
        await MomentCounts.GoneAsync(session, moments.Select(moment => moment.Source));
        return (moments.Count, gone.Length, deliveries, recipients);
    }

    /// <summary>Takes signals away with their deliveries. Returns how many deliveries.</summary>
    public static async Task<int> EraseAsync(Session session, Guid[] signals)
    {
        var deliveries = await session.ExecuteAsync($"DELETE FROM deliveries WHERE {session.In("signal_id", "signals")}", ("signals", signals));
        await session.ExecuteAsync($"DELETE FROM signals WHERE {session.In("id", "signals")}", ("signals", signals));
        return deliveries;
    }
}
