namespace IntegrationHub.Simulators.Inbox;

/// <summary>Keeps what arrived, in memory and bounded, and tells waiting pages that something changed.</summary>
internal sealed class InboxStore(TimeProvider time)
{
    private const int MaxItems = 1_000;
    private const int MaxIds = 20_000;
    private readonly Lock gate = new();
    private readonly HashSet<string> ids = [];
    private readonly Queue<string> idsInOrder = new();
    private readonly Dictionary<(Guid Signal, string Recipient), InboxItem> items = [];
    private readonly LinkedList<(Guid Signal, string Recipient)> newestFirst = [];
    private TaskCompletionSource changed = NewSignal();
    private InboxSnapshot counts = new(0, 0, 0, 0, 0, []);

    /// <summary>Takes a message in, once: false when this webhook-id was here before.</summary>
    public bool Take(string webhookId, InboxMessage message)
    {
        lock (gate)
        {
            if (!Remember(webhookId))
            {
                Change(counts with { Duplicates = counts.Duplicates + 1 });
                return false;
            }

            var id = (message.Data.SignalId, message.Data.Recipient);
            var isNew = !items.TryGetValue(id, out var known);
            items[id] = known is null ? InboxItem.First(webhookId, message, time.GetUtcNow()) : known.After(message);
            if (!isNew && message.IsUpdate)
                newestFirst.Remove(id);
            if (isNew || message.IsUpdate)
                newestFirst.AddFirst(id);
            if (newestFirst.Count > MaxItems)
            {
                items.Remove(newestFirst.Last!.Value);
                newestFirst.RemoveLast();
            }

            Change(counts with { Received = counts.Received + (isNew ? 1 : 0) });
            return true;
        }
    }

    public void CountRefusal()
    {
        lock (gate)
            Change(counts with { Refused = counts.Refused + 1 });
    }

    public void CountFailure()
    {
        lock (gate)
            Change(counts with { Failed = counts.Failed + 1 });
    }

    public InboxSnapshot Snapshot()
    {
        lock (gate)
            return counts with { Signals = [.. newestFirst.Select(id => items[id])] };
    }

    /// <summary>Waits until the version is another than the one given, and returns it.</summary>
    public async Task<long> ChangeAfterAsync(long version, CancellationToken token)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (counts.Version != version)
                    return counts.Version;
                next = changed.Task;
            }

            await next.WaitAsync(token);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool Remember(string webhookId)
    {
        if (!ids.Add(webhookId))
            return false;
        idsInOrder.Enqueue(webhookId);
        if (idsInOrder.Count > MaxIds)
            ids.Remove(idsInOrder.Dequeue());
        return true;
    }

    private void Change(InboxSnapshot next)
    {
        counts = next with { Version = counts.Version + 1 };
        changed.SetResult();
        changed = NewSignal();
    }
}
