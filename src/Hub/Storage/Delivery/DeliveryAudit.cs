using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What deliveries tell the audit log: for each person one entry of what was shown of her, and one of what was not.</summary>
internal static class DeliveryAudit
{
    /// <summary>Recipients were shown this, or may have been; what they were shown by an earlier try of the same delivery is told already.</summary>
    public static Task DisclosedAsync(Session session, params IReadOnlyList<CompletedDelivery> sent) => AuditLog.AddAsync(
        session,
        [.. sent.Where(one => one.Delivery.Disclosed != one.Disclosure.Fingerprint()).SelectMany(one => Shown(one).Concat(Refused(one.Delivery, one.Disclosure.Withheld, one.At)))]);

    /// <summary>Recipients were refused moments when these were found; the reason rests on the delivery.</summary>
    public static async Task RefusedAsync(Session session, IReadOnlyDictionary<Guid, SignalRefusal> refusals, DateTimeOffset now) => await AuditLog.AddAsync(
        session,
        await session.QueryAsync(
            $"SELECT d.recipient, m.citizen, d.signal_id, d.id, d.detail, m.source FROM deliveries d JOIN moments m ON m.id = d.moment_id WHERE {session.In("d.id", "deliveries")} ORDER BY d.id",
            reader => new AuditEntry
            {
                At = now,
                Kind = AuditKinds.Refused,
                Actor = AuditActors.Hub,
                Recipient = reader.GetString(0),
                Citizen = reader.Citizen(1),
                SignalId = reader.GetGuid(2),
                DeliveryId = reader.GetGuid(3),
                Detail = reader.TextOrNull(4),
                Source = reader.GetString(5),
                Purpose = Purposes.WordsOf(refusals[reader.GetGuid(3)].Lapsed),
                Ground = string.Join(", ", refusals[reader.GetGuid(3)].Lapsed.Select(one => one.Ground)),
            },
            ("deliveries", refusals.Keys.ToArray())));

    /// <summary>A recipient was refused a delivery: of whom it would have been told, and why.</summary>
    public static Task RefusedAsync(Session session, DueDelivery delivery, string reason, IReadOnlyList<WithheldMoment> withheld, DateTimeOffset now) => AuditLog.AddAsync(
        session,
        [.. Refused(delivery, withheld.Count > 0 ? withheld : [new WithheldMoment(delivery.Moment.Citizen, reason) { Source = delivery.Moment.Anchor.Source }], now)]);

    private static IEnumerable<AuditEntry> Shown(CompletedDelivery sent)
    {
        var shown = sent.Disclosure;
        return shown.Others.Prepend(new ShownPerson(shown.About ?? sent.Delivery.Moment.Citizen, shown.Fields, shown.Source, shown.Purpose, shown.Ground ?? shown.LegalBasis))
            .Select(person => Entry(AuditKinds.Disclosed, sent.Delivery, person.Citizen, sent.At) with
            {
                Source = person.Source, Fields = person.Fields, Purpose = person.Purpose, Ground = person.Ground, Detail = shown.Detail,
            });
    }

    private static IEnumerable<AuditEntry> Refused(DueDelivery delivery, IReadOnlyList<WithheldMoment> withheld, DateTimeOffset at) => withheld
        .GroupBy(one => one.Citizen)
        .Select(hers => Entry(AuditKinds.Refused, delivery, hers.Key, at) with
        {
            Source = Each(hers.Select(one => one.Source), ","),
            Purpose = Each(hers.Select(one => one.Purpose), ", "),
            Ground = Each(hers.Select(one => one.Ground), ", "),
            Detail = Each(hers.Select(one => one.Reason), " "),
        });

    private static AuditEntry Entry(string kind, DueDelivery delivery, CitizenRef citizen, DateTimeOffset at) => new()
    {
        At = at, Kind = kind, Actor = AuditActors.Hub, Recipient = delivery.Recipient, Citizen = citizen, SignalId = delivery.SignalId, DeliveryId = delivery.Id,
    };

    private static string Each(IEnumerable<string> texts, string separator) => string.Join(separator, texts.Where(text => text.Length > 0).Distinct());
}
