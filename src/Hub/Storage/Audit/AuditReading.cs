using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>Reads entries back.</summary>
internal static class AuditReading
{
    private const string Columns = "id, at, kind, actor, recipient, citizen, signal_id, delivery_id, source, fields, purpose, ground, detail, block, position";

    /// <summary>Gives each entry that passes a filter.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="filter">Which.</param>
    /// <param name="order">What follows the condition.</param>
    /// <param name="entry">Takes one.</param>
    public static Task EachAsync(Session session, AuditFilter filter, string order, Action<AuditRecord> entry)
    {
        var values = new List<(string Name, object? Value)>();
        var conditions = new List<string>();
        Add(session.In("citizen", "citizens"), "citizens", filter.Citizens?.Select(one => one.Value).ToArray());
        Add("recipient = @recipient", "recipient", filter.Recipient);
        Add("kind = @kind", "kind", filter.Kind);
        Add("at >= @since", "since", Micros.Of(filter.Since));
        Add("at < @until", "until", Micros.Of(filter.Until));
        var where = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        return session.EachAsync($"SELECT {Columns} FROM audit {where} {order}", reader => entry(Read(reader)), [.. values]);

        void Add(string condition, string name, object? value)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            values.Add((name, value));
        }
    }

    private static AuditRecord Read(DbDataReader reader) => new(
        reader.GetInt64(0),
        new AuditEntry
        {
            At = reader.Time(1),
            Kind = reader.GetString(2),
            Actor = reader.GetString(3),
            Recipient = reader.GetString(4),
            Citizen = IdOrNull(reader, 5) is { } citizen ? new CitizenRef(citizen) : null,
            SignalId = IdOrNull(reader, 6),
            DeliveryId = IdOrNull(reader, 7),
            Source = reader.GetString(8),
            Fields = reader.GetString(9).Split(',', StringSplitOptions.RemoveEmptyEntries),
            Purpose = reader.GetString(10),
            Ground = reader.GetString(11),
            Detail = reader.TextOrNull(12),
        },
        reader.IsDBNull(13) ? null : reader.GetInt64(13),
        reader.IsDBNull(14) ? null : reader.GetInt32(14));

    private static Guid? IdOrNull(DbDataReader reader, int column) => reader.GetGuid(column) is var id && id != Guid.Empty ? id : null;
}
