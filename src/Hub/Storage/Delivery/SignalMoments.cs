using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>The moments in signals, the one that each began with first: whom a signal is about must not change because somebody else's moment came along.</summary>
internal static class SignalMoments
{
    public const string FirstFirst = "ORDER BY CASE WHEN m.id = s.moment_id THEN 0 ELSE 1 END, m.detected_at, m.id";

    /// <summary>Those of some signals, withdrawn ones too.</summary>
    public static Task<List<StoredMoment>> ReadAsync(Session session, Guid[] signals) => session.QueryAsync(
        $"SELECT {MomentColumns.All} FROM moments m JOIN signals s ON s.id = m.signal_id WHERE {session.In("m.signal_id", "signals")} {FirstFirst}",
        static reader => MomentColumns.Read(reader, 0),
        ("signals", signals));
}
