using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;
using IntegrationHub.Storage.Events;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Deliveries on either database.</summary>
internal sealed class DeliveryStore(HubDatabase database, Names names, Vault vault, Outbox outbox) : IDeliveryStore
{
    public Task<IReadOnlyList<DueDelivery>> ClaimDueAsync(
        string host, DateTimeOffset now, TimeSpan lease, int maxPerDestination, IReadOnlyCollection<string> busy, CancellationToken token) =>
        database.WriteAsync(session => DeliveryClaim.RunAsync(session, host, Micros.Of(now), Micros.Of(now + lease), maxPerDestination, [.. busy]), token);

    public Task ReleaseAsync(string? host, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => host is null
            ? session.ExecuteAsync("UPDATE deliveries SET due_at = @now, claimed_by = NULL WHERE state = 'pending' AND claimed_by IS NOT NULL", ("now", Micros.Of(now)))
            : session.ExecuteAsync("UPDATE deliveries SET due_at = @now, claimed_by = NULL WHERE state = 'pending' AND claimed_by = @host", ("now", Micros.Of(now)), ("host", host)),
        token);

    public Task<DateTimeOffset?> NextDueAsync(IReadOnlyCollection<string> busy, CancellationToken token) => database.ReadAsync<DateTimeOffset?>(
        async session =>
        {
            var next = new List<DateTimeOffset?>();
            foreach (var destination in (await DeliveryClaim.DestinationsAsync(session)).Except(busy))
            {
                next.AddRange(await session.QueryAsync(
                    "SELECT min(due_at) FROM deliveries WHERE state = 'pending' AND destination = @destination", static reader => reader.TimeOrNull(0), ("destination", destination)));
            }

            return next.Min();
        },
        token);

    public Task<IReadOnlyList<OpenedFact>> OpenFactsAsync(CitizenRef citizen, Func<Fact, bool> mayOpen, CancellationToken token) => database.ReadAsync<IReadOnlyList<OpenedFact>>(
        async session => await new SealedFacts(session, names, vault).HoldingAsync(citizen, mayOpen), token);

    public Task<NearbyFacts> NearbyFactsAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var merged = await session.QueryAsync("SELECT merged_into FROM citizens WHERE ref = @citizen AND merged_into IS NOT NULL", static reader => reader.GetGuid(0), ("citizen", citizen.Value));
            Guid[] her = [merged.Count == 0 ? citizen.Value : merged[0]];
            return new NearbyFacts(new CitizenRef(her[0]), await new NearFacts(session, names).ReadAroundAsync(her));
        },
        token);

    public Task<bool> ObjectionsMayWaitAsync(DateTimeOffset now, CancellationToken token) => database.ReadAsync(
        async session => await session.CountAsync(
            """
            SELECT CASE WHEN EXISTS (SELECT 1 FROM batches WHERE published_at IS NULL AND processed_at IS NULL AND contract = @contract)
                OR EXISTS (SELECT 1 FROM batches WHERE published_at IS NOT NULL AND processed_at IS NULL AND contract = @contract)
                OR EXISTS (SELECT 1 FROM rechecks WHERE due_at <= @now) THEN 1 ELSE 0 END
            """,
            ("contract", FactContract.NameOf<CircumstanceReported>()),
            ("now", Micros.Of(now))) > 0,
        token);

    public Task<DeliveryStart> BeginAsync(DueDelivery delivery, Disclosure shows, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session => await SendingUnderWay.BeginAsync(session, delivery, shows) ? DeliveryStart.Begun : DeliveryStart.Over, token);

    public Task PostponeAsync(DueDelivery delivery, DateTimeOffset until, string reason, CancellationToken token) =>
        database.WriteAsync(session => PostponeAsync(session, delivery, until, reason), token);

    public Task PostponeToEvaluateAsync(DueDelivery delivery, IReadOnlyCollection<StoredMoment> moments, DateTimeOffset until, string reason, DateTimeOffset now, CancellationToken token) =>
        database.WriteAsync(
            async session =>
            {
                await EvaluateAgainAsync(session, [.. moments.Select(moment => moment.Id)], Micros.Of(now));
                await PostponeAsync(session, delivery, until, reason);
            },
            token);

    public Task CompleteAsync(IReadOnlyList<CompletedDelivery> completed, CancellationToken token) =>
        database.WriteAsync(session => Completion.RunAsync(session, completed, outbox), token);

    public Task RetryAsync(DueDelivery delivery, DateTimeOffset nextAttempt, string reason, Disclosure? sent, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync(
                "UPDATE deliveries SET due_at = @next, claimed_by = NULL, detail = @reason WHERE id = @id AND state = 'pending' AND attempts = @attempt",
                ("next", Micros.Of(nextAttempt)),
                ("reason", reason),
                ("id", delivery.Id),
                ("attempt", delivery.Attempts));
            await SentAsync(session, delivery, sent, now);
        },
        token);

    public Task FailAsync(DueDelivery delivery, string reason, Disclosure? sent, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            await SettleAsync(session, delivery, DeliveryStates.Failed, reason, Micros.Of(now));
            await SentAsync(session, delivery, sent, now);
        },
        token);

    public Task<int> RetryFailedAsync(DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            UPDATE deliveries SET state = 'pending', due_at = @now, claimed_by = NULL, settled_at = NULL, tried_since = @now
            WHERE state = 'failed' AND (kind = 'withdrawn' OR signal_id IN (SELECT id FROM signals WHERE withdrawn_at IS NULL))
            """,
            ("now", Micros.Of(now))),
        token);

    public Task RefuseAsync(DueDelivery delivery, string reason, IReadOnlyList<WithheldMoment> withheld, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            if (await SettleAsync(session, delivery, DeliveryStates.Refused, reason, Micros.Of(now)) == 0)
                return;
            await DeliveryAudit.RefusedAsync(session, delivery, reason, withheld, now);
            await outbox.AddAsync(session, () => [DetectionEvents.Refused(delivery.SignalId, delivery.Moment, delivery.Recipient, reason, Micros.Cut(now))]);
        },
        token);

    public Task ExpireAsync(DueDelivery delivery, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => SettleAsync(session, delivery, DeliveryStates.Expired, "It was of no use any more before it could be delivered.", Micros.Of(now)), token);

    public Task<IReadOnlyList<Undelivered>> UndeliveredAsync(DateTimeOffset pendingBefore, DateTimeOffset failedSince, CancellationToken token) =>
        database.ReadAsync(session => UndeliveredReading.RunAsync(session, Micros.Of(pendingBefore), Micros.Of(failedSince)), token);

    public Task<IReadOnlyList<SignalOverview>> ListAsync(int max, CancellationToken token) => database.ReadAsync(session => SignalList.ReadAsync(session, max), token);

    public Task<IReadOnlyList<Guid>> FindAsync(Guid from, Guid to, CancellationToken token) =>
        database.ReadAsync<IReadOnlyList<Guid>>(async session => await SignalReading.FindAsync(session, from, to), token);

    public Task<SignalDetail?> ReadAsync(Guid id, CancellationToken token) => database.ReadAsync(session => SignalReading.ReadAsync(session, id), token);

    public Task<long> CountPendingAsync(CancellationToken token) =>
        database.ReadAsync(session => session.CountAsync("SELECT count(*) FROM deliveries WHERE state = 'pending'"), token);

    /// <summary>Their rows are locked as a detection locks them: one under way might plan over this, and a merge leave it to nobody.</summary>
    private static async Task EvaluateAgainAsync(Session session, Guid[] moments, long now)
    {
        if (session.ForUpdate.Length > 0)
        {
            await session.ExecuteAsync(
                $"SELECT 1 FROM citizens WHERE ref IN (SELECT citizen FROM moments WHERE {session.In("id", "moments")}) ORDER BY ref {session.ForUpdate}", ("moments", moments));
        }

        await session.ExecuteAsync(
            $"""
            INSERT INTO rechecks (citizen, due_at) SELECT DISTINCT citizen, @now FROM moments WHERE {session.In("id", "moments")} AND withdrawn_at IS NULL
            ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at WHERE excluded.due_at < rechecks.due_at
            """,
            ("now", now),
            ("moments", moments));
    }

    private static Task<int> PostponeAsync(Session session, DueDelivery delivery, DateTimeOffset until, string reason) => session.ExecuteAsync(
        "UPDATE deliveries SET due_at = @until, claimed_by = NULL, attempts = attempts - 1, detail = @reason WHERE id = @id AND state = 'pending' AND attempts = @attempt",
        ("until", Micros.Of(until)),
        ("reason", reason),
        ("id", delivery.Id),
        ("attempt", delivery.Attempts));

    /// <summary>The tool may have what was sent, whatever it answered; null: nothing was sent.</summary>
    private static async Task SentAsync(Session session, DueDelivery delivery, Disclosure? sent, DateTimeOffset now)
    {
        await SendingUnderWay.EndAsync(session, delivery);
        if (sent is null)
            return;
        await DeliveryAudit.DisclosedAsync(session, new CompletedDelivery(delivery, sent, now));
        await session.ExecuteAsync("UPDATE deliveries SET disclosed = @disclosed WHERE id = @id", ("disclosed", sent.Fingerprint()), ("id", delivery.Id));
    }

    private static Task<int> SettleAsync(Session session, DueDelivery delivery, string state, string reason, long now) => session.ExecuteAsync(
        "UPDATE deliveries SET state = @state, settled_at = @now, detail = @reason WHERE id = @id AND state = 'pending' AND attempts = @attempt",
        ("state", state),
        ("now", now),
        ("reason", reason),
        ("id", delivery.Id),
        ("attempt", delivery.Attempts));
}
