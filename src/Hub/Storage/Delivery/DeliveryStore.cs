using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Deliveries on either database.</summary>
internal sealed class DeliveryStore(HubDatabase database, Names names, Vault vault) : IDeliveryStore
{
    public Task<IReadOnlyList<DueDelivery>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int maxPerDestination, IReadOnlyCollection<string> busy, CancellationToken token) =>
        database.WriteAsync(session => DeliveryClaim.RunAsync(session, Micros.Of(now), Micros.Of(now + lease), maxPerDestination, [.. busy]), token);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync("SELECT min(due_at) FROM deliveries WHERE state = 'pending'", static reader => reader.TimeOrNull(0)))[0], token);

    public Task<IReadOnlyList<OpenedFact>> OpenFactsAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync<IReadOnlyList<OpenedFact>>(
        async session => await new SealedFacts(session, names, vault).HoldingAsync(citizen), token);

    public Task CompleteAsync(DueDelivery delivery, Disclosure disclosure, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            // The moment first, as where it is withdrawn.
            await session.QueryAsync(
                $"SELECT id FROM moments WHERE id = (SELECT moment_id FROM signals WHERE id = @signal) {session.ForUpdate}",
                static reader => reader.GetGuid(0),
                ("signal", delivery.SignalId));
            var settled = await session.ExecuteAsync(
                "UPDATE deliveries SET state = 'delivered', attempts = attempts + 1, settled_at = @now, detail = @detail WHERE id = @id AND state <> 'delivered'",
                ("now", Micros.Of(now)),
                ("detail", disclosure.Detail),
                ("id", delivery.Id));
            if (settled == 0)
                return;
            await AuditLog.DisclosedAsync(session, delivery.Id, disclosure, Micros.Of(now));
            if (!delivery.IsWithdrawal
                && await session.CountAsync("SELECT count(*) FROM signals WHERE id = @signal AND withdrawn_at IS NOT NULL", ("signal", delivery.SignalId)) > 0)
                await Withdrawals.TellAsync(session, [delivery.SignalId], Micros.Of(now));
        },
        token);

    public Task RetryAsync(DueDelivery delivery, DateTimeOffset nextAttempt, string reason, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            "UPDATE deliveries SET attempts = attempts + 1, due_at = @next, detail = @reason WHERE id = @id AND state = 'pending'",
            ("next", Micros.Of(nextAttempt)),
            ("reason", reason),
            ("id", delivery.Id)),
        token);

    public Task FailAsync(DueDelivery delivery, string reason, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => SettleAsync(session, delivery.Id, DeliveryStates.Failed, 1, reason, Micros.Of(now)), token);

    public Task RefuseAsync(DueDelivery delivery, string reason, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            if (await SettleAsync(session, delivery.Id, DeliveryStates.Refused, 0, reason, Micros.Of(now)) > 0)
                await AuditLog.RefusedAsync(session, [delivery.Id], Micros.Of(now));
        },
        token);

    public Task<IReadOnlyList<SignalOverview>> ListAsync(int max, CancellationToken token) => database.ReadAsync(session => SignalList.ReadAsync(session, max), token);

    public Task<long> CountPendingAsync(CancellationToken token) =>
        database.ReadAsync(session => session.CountAsync("SELECT count(*) FROM deliveries WHERE state = 'pending'"), token);

    private static Task<int> SettleAsync(Session session, Guid delivery, string state, int attempts, string reason, long now) => session.ExecuteAsync(
        "UPDATE deliveries SET state = @state, attempts = attempts + @attempts, settled_at = @now, detail = @reason WHERE id = @id AND state = 'pending'",
        ("state", state),
        ("attempts", attempts),
        ("now", now),
        ("reason", reason),
        ("id", delivery));
}
