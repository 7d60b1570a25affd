using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>The moments in signals, withdrawn ones too, the first first.</summary>
internal static class SignalMoments
{
    public static Task<List<StoredMoment>> ReadAsync(Session session, Guid[] signals) => session.QueryAsync(
        $"SELECT {MomentColumns.All} FROM moments m WHERE {session.In("m.signal_id", "signals")} ORDER BY m.detected_at, m.id", static reader => MomentColumns.Read(reader, 0), ("signals", signals));
}
