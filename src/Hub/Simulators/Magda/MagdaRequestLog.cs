namespace IntegrationHub.Simulators.Magda;

/// <summary>The last requests, for tests to look at. Get it from the application's services.</summary>
public sealed class MagdaRequestLog(int capacity)
{
    private readonly Lock gate = new();
    private readonly Queue<MagdaRequestSeen> seen = new();

    /// <summary>How many requests came in all.</summary>
    public long Count { get; private set; }

    /// <summary>The last ones, oldest first.</summary>
    public IReadOnlyList<MagdaRequestSeen> Requests
    {
        get
        {
            lock (gate)
                return [.. seen];
        }
    }

    /// <returns>The number of this request, from 1.</returns>
    internal long Add(MagdaRequestSeen request)
    {
        lock (gate)
        {
            seen.Enqueue(request);
            if (seen.Count > capacity)
                seen.Dequeue();
            return ++Count;
        }
    }
}
