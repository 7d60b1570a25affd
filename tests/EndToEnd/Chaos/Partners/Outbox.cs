using System.Collections.Concurrent;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>What a partner still has to hand over: in its hands until the hub acknowledged it.</summary>
internal sealed class Outbox<T>
{
    private readonly ConcurrentQueue<T> waiting = new();
    private int open;

    /// <summary>How many are not acknowledged.</summary>
    public int Open => Volatile.Read(ref open);

    public void Add(T item)
    {
        Interlocked.Increment(ref open);
        waiting.Enqueue(item);
    }

    public List<T> Take(int most)
    {
        var taken = new List<T>();
        while (taken.Count < most && waiting.TryDequeue(out var next))
            taken.Add(next);
        return taken;
    }

    public void Acknowledged(int count) => Interlocked.Add(ref open, -count);
}
