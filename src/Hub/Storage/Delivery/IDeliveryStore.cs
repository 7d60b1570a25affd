using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Deliveries of signals: durable, retried, claimed by one host at a time. Every disclosure and refusal becomes an audit entry in the same transaction.</summary>
public interface IDeliveryStore
{
    /// <summary>Takes deliveries that are due, oldest first, at most a few per destination at once; a claim that is not settled within the lease is due again.</summary>
    /// <param name="host">Who takes them.</param>
    /// <param name="now">The time.</param>
    /// <param name="lease">How long this host may take.</param>
    /// <param name="maxPerDestination">How many to take for each destination.</param>
    /// <param name="busy">Destinations to leave alone now.</param>
    /// <param name="token">Cancels.</param>
    Task<IReadOnlyList<DueDelivery>> ClaimDueAsync(
        string host, DateTimeOffset now, TimeSpan lease, int maxPerDestination, IReadOnlyCollection<string> busy, CancellationToken token);

    /// <summary>Makes due at once what a host, or (null) any host, claimed and did not settle: for its start and its end. A retry that waits is no claim and keeps its time.</summary>
    Task ReleaseAsync(string? host, DateTimeOffset now, CancellationToken token);

    /// <summary>When the next delivery is due, destinations that are busy left out; null when none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(IReadOnlyCollection<string> busy, CancellationToken token);

    /// <summary>The citizen's facts that hold (latest revision, not withdrawn), with what was sealed, opened: for the delivery edge, after the gate.</summary>
    /// <param name="citizen">Whose.</param>
    /// <param name="mayOpen">Whether the recipient may see anything of a fact; what it may not is neither opened nor returned.</param>
    /// <param name="token">Cancels.</param>
    Task<IReadOnlyList<OpenedFact>> OpenFactsAsync(CitizenRef citizen, Func<Fact, bool> mayOpen, CancellationToken token);

    /// <summary>What is known of the citizen and of those she lives or lived with: for the rights that may apply. What the recipient may not see is for the caller to leave out.</summary>
    Task<NearbyFacts> NearbyFactsAsync(CitizenRef citizen, CancellationToken token);

    /// <summary>Whether facts that may be objections wait for detection, or a time at which one may begin: only then is it worth to look at each citizen's.</summary>
    Task<bool> ObjectionsMayWaitAsync(DateTimeOffset now, CancellationToken token);

    /// <summary>Stores what an attempt is about to show, before it does: should this host die, the next that takes deliveries writes in the audit log that it may have been shown.</summary>
    Task<DeliveryStart> BeginAsync(DueDelivery delivery, Disclosure shows, DateTimeOffset now, CancellationToken token);

    /// <summary>It is not tried yet: taking it was no attempt.</summary>
    Task PostponeAsync(DueDelivery delivery, DateTimeOffset until, string reason, CancellationToken token);

    /// <summary>The same, and whom some of its moments are about are due to be evaluated again now: they do not say what an attempt needs.</summary>
    Task PostponeToEvaluateAsync(DueDelivery delivery, IReadOnlyCollection<StoredMoment> moments, DateTimeOffset until, string reason, DateTimeOffset now, CancellationToken token);

    /// <summary>The tool has it. If the signal was withdrawn meanwhile, a delivery of the withdrawal is added.</summary>
    Task CompleteAsync(DueDelivery delivery, Disclosure disclosure, DateTimeOffset now, CancellationToken token) => CompleteAsync([new(delivery, disclosure, now)], token);

    /// <summary>As for one, for several in one transaction: all or none.</summary>
    Task CompleteAsync(IReadOnlyList<CompletedDelivery> completed, CancellationToken token);

    /// <summary>It failed for now. What was <paramref name="sent"/> (null: nothing was) is in the audit log nevertheless.</summary>
    Task RetryAsync(DueDelivery delivery, DateTimeOffset nextAttempt, string reason, Disclosure? sent, DateTimeOffset now, CancellationToken token);

    /// <summary>It failed, until a person has it tried again. What was <paramref name="sent"/> (null: nothing was) is in the audit log nevertheless.</summary>
    Task FailAsync(DueDelivery delivery, string reason, Disclosure? sent, DateTimeOffset now, CancellationToken token);

    /// <summary>Makes every failed delivery due again whose signal still holds. Returns how many.</summary>
    Task<int> RetryFailedAsync(DateTimeOffset now, CancellationToken token);

    /// <summary>As with the moments that are withheld, of whom nothing more is known than the delivery tells.</summary>
    Task RefuseAsync(DueDelivery delivery, string reason, DateTimeOffset now, CancellationToken token) => RefuseAsync(delivery, reason, [], now, token);

    /// <summary>The gate refused it at the last moment: of whom the recipient would have been told, and why.</summary>
    Task RefuseAsync(DueDelivery delivery, string reason, IReadOnlyList<WithheldMoment> withheld, DateTimeOffset now, CancellationToken token);

    /// <summary>It waited until it was of no use any more: it is not made.</summary>
    Task ExpireAsync(DueDelivery delivery, DateTimeOffset now, CancellationToken token);

    /// <summary>The destinations that do not get what is theirs. Quick, however much waits: for who asks every minute.</summary>
    /// <param name="pendingBefore">What waits since before this counts.</param>
    /// <param name="failedSince">What failed at this time or later counts.</param>
    /// <param name="token">Cancels.</param>
    Task<IReadOnlyList<Undelivered>> UndeliveredAsync(DateTimeOffset pendingBefore, DateTimeOffset failedSince, CancellationToken token);

    /// <summary>Signals with their deliveries, newest first, for the command line and the page.</summary>
    Task<IReadOnlyList<SignalOverview>> ListAsync(int max, CancellationToken token);

    /// <summary>Ids of signals from one id to another, at most two.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(Guid from, Guid to, CancellationToken token);

    /// <summary>All of one signal; null when there is none of that id.</summary>
    Task<SignalDetail?> ReadAsync(Guid id, CancellationToken token);

    /// <summary>Deliveries that are neither delivered, refused, failed, expired nor cancelled.</summary>
    Task<long> CountPendingAsync(CancellationToken token);
}
