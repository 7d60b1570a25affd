namespace IntegrationHub.Host.Health;

/// <summary>Whether this host gets anything from the bus: when its consumer was last seen connected, and when it last had a batch in its hands.</summary>
internal sealed class BusPulse(TimeProvider time)
{
    private long connected = time.GetTimestamp();
    private long connectedAt;
    private long consumedAt;
    private int working;

    /// <summary>How long the consumer has been away from the bus; counted from the start of the host.</summary>
    public TimeSpan AwayFor => time.GetElapsedTime(Volatile.Read(ref connected));

    public DateTimeOffset? ConnectedAt => At(Volatile.Read(ref connectedAt));

    /// <summary>Now, while it is at work on a batch.</summary>
    public DateTimeOffset? ConsumedAt => Volatile.Read(ref working) > 0 ? time.GetUtcNow() : At(Volatile.Read(ref consumedAt));

    public void Connected()
    {
        Volatile.Write(ref connected, time.GetTimestamp());
        Volatile.Write(ref connectedAt, time.GetUtcNow().UtcTicks);
    }

    public void Begin()
    {
        Interlocked.Increment(ref working);
        Volatile.Write(ref consumedAt, time.GetUtcNow().UtcTicks);
    }

    public void End()
    {
        Volatile.Write(ref consumedAt, time.GetUtcNow().UtcTicks);
        Interlocked.Decrement(ref working);
    }

    private static DateTimeOffset? At(long ticks) => ticks == 0 ? null : new DateTimeOffset(ticks, TimeSpan.Zero);
}
