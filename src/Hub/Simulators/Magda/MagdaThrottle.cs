namespace IntegrationHub.Simulators.Magda;

/// <summary>Counts the requests within the last second.</summary>
internal sealed class MagdaThrottle(int? perSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<long> recent = new();

    /// <summary>Whether this request is one too many. A refused one does not count.</summary>
    public bool Refuses()
    {
        if (perSecond is not { } most)
            return false;
        lock (gate)
        {
            while (recent.TryPeek(out var first) && clock.GetElapsedTime(first) >= TimeSpan.FromSeconds(1))
                recent.Dequeue();
            if (recent.Count >= most)
                return true;
            recent.Enqueue(clock.GetTimestamp());
            return false;
        }
    }
}
