using IntegrationHub.Core.Rules;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Reads all of one signal.</summary>
internal static class SignalReading
{
    /// <summary>Ids between two: a beginning of one is looked up in its index.</summary>
    public static Task<List<Guid>> FindAsync(Session session, Guid from, Guid to) =>
        session.QueryAsync("SELECT id FROM signals WHERE id >= @from AND id <= @to ORDER BY id LIMIT 2", static reader => reader.GetGuid(0), ("from", from), ("to", to));

    public static async Task<SignalDetail?> ReadAsync(Session session, Guid id)
    {
        var moments = await session.QueryAsync(
            $"""
            SELECT {MomentColumns.All}, m.detected_at, m.withdrawn_at FROM moments m JOIN signals s ON s.id = @id
            WHERE m.id IN (SELECT id FROM moments WHERE signal_id = @id UNION SELECT moment_id FROM signals WHERE id = @id) {SignalMoments.FirstFirst}
            """,
            static reader => new MomentDetail(MomentColumns.Read(reader, 0), reader.Time(MomentColumns.Count), reader.TimeOrNull(MomentColumns.Count + 1)),
            ("id", id));
        var deliveries = await session.QueryAsync(
            "SELECT id, kind, recipient, destination, state, attempts, created_at, settled_at, detail, moment_id FROM deliveries WHERE signal_id = @id ORDER BY created_at, recipient, id",
            static reader => new DeliveryDetail(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5), reader.Time(6), reader.TimeOrNull(7), reader.TextOrNull(8),
                reader.IsDBNull(9) ? null : reader.GetGuid(9)),
            ("id", id));
        return (await session.QueryAsync(
            "SELECT issued_at, withdrawn_at, priority, expires_at FROM signals WHERE id = @id",
            reader => new SignalDetail(id, reader.Time(0), reader.TimeOrNull(1), (Priority)reader.GetInt16(2), reader.Time(3), moments, deliveries),
            ("id", id))).FirstOrDefault();
    }
}
