using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>
/// What an attempt shows, stored before it is shown: a host that dies between the two must not leave a disclosure without an audit entry. No entry yet, for an attempt that finds no connection shows nothing.
/// </summary>
/// <param name="About">Of whom it tells.</param>
/// <param name="Disclosure">What it shows.</param>
internal sealed record SendingUnderWay(CitizenRef About, Disclosure Disclosure)
{
    private const string CutOff = "The attempt was cut off: it may have arrived.";

    /// <summary>Returns whether the delivery is still to be made. A retry that shows what an earlier try showed is in the audit log already.</summary>
    public static async Task<bool> BeginAsync(Session session, DueDelivery delivery, Disclosure shows)
    {
        var sending = delivery.Disclosed == shows.Fingerprint() ? null : JsonSerializer.Serialize(new SendingUnderWay(shows.About ?? delivery.Moment.Citizen, shows));
        return await session.ExecuteAsync("UPDATE deliveries SET sending = @sending WHERE id = @id AND state = 'pending' AND attempts = @attempt", ("sending", sending), ("id", delivery.Id), ("attempt", delivery.Attempts)) > 0;
    }

    /// <summary>The attempt is settled, and audited where it has to be. What another host that took the delivery since is sending stays.</summary>
    public static Task EndAsync(Session session, DueDelivery delivery) =>
        session.ExecuteAsync("UPDATE deliveries SET sending = NULL WHERE id = @id AND attempts = @attempt AND sending IS NOT NULL", ("id", delivery.Id), ("attempt", delivery.Attempts));

    /// <summary>They arrived, and are audited.</summary>
    public static Task EndAsync(Session session, params Guid[] deliveries) =>
        session.ExecuteAsync($"UPDATE deliveries SET sending = NULL WHERE {session.In("id", "ids")} AND sending IS NOT NULL", ("ids", deliveries));

    /// <summary>Audits attempts whose host did not settle them within its lease, whatever became of the delivery.</summary>
    public static Task AuditCutOffAsync(Session session, long now) => AuditAsync(session, $"due_at <= @now ORDER BY id {session.ForUpdateSkipLocked}", now, ("now", now));

    /// <summary>Audits attempts that are under way for these signals, before their deliveries are erased.</summary>
    public static Task AuditAsync(Session session, Guid[] signals, long now) => AuditAsync(session, $"{session.In("signal_id", "signals")} ORDER BY id {session.ForUpdate}", now, ("signals", signals));

    private static async Task AuditAsync(Session session, string which, long now, (string Name, object? Value) value)
    {
        var left = await session.QueryAsync(
            $"SELECT id, signal_id, recipient, sending FROM deliveries WHERE sending IS NOT NULL AND {which}",
            static reader => (Id: reader.GetGuid(0), Signal: reader.GetGuid(1), Recipient: reader.GetString(2), Sending: JsonSerializer.Deserialize<SendingUnderWay>(reader.GetString(3))!),
            value);
        foreach (var (id, signal, recipient, sending) in left)
        {
            var delivery = new DueDelivery(id, signal, TellingKind.Issued, [], recipient, "", null, "", 1, Micros.ToTime(now));
            await DeliveryAudit.DisclosedAsync(session, new CompletedDelivery(delivery, sending.Disclosure with { About = sending.About, Detail = CutOff }, Micros.ToTime(now)));
            await session.ExecuteAsync("UPDATE deliveries SET disclosed = @disclosed, sending = NULL WHERE id = @id", ("disclosed", sending.Disclosure.Fingerprint()), ("id", id));
        }
    }
}
