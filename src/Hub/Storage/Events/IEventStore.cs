namespace IntegrationHub.Storage.Events;

/// <summary>What the hub tells those who follow it on the bus: stored in the transaction of what it tells, held until the broker has it, then forgotten.</summary>
public interface IEventStore
{
    /// <summary>Takes batches of events to publish, oldest first. What is neither removed nor released within the lease can be taken again, by any host.</summary>
    Task<IReadOnlyList<EventBatch>> ClaimAsync(int max, TimeSpan lease, DateTimeOffset now, CancellationToken token);

    /// <summary>The broker has them.</summary>
    Task RemoveAsync(IReadOnlyCollection<long> ids, CancellationToken token);

    /// <summary>They were not published: they can be taken again at once.</summary>
    Task ReleaseAsync(IReadOnlyCollection<long> ids, CancellationToken token);

    /// <summary>Batches that the broker does not have yet.</summary>
    Task<long> CountAsync(CancellationToken token);
}
