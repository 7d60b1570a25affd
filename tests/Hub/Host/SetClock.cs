namespace IntegrationHub.Host.Tests;

/// <summary>A clock that may be set, beside a stopwatch that may not.</summary>
internal sealed class SetClock : TimeProvider
{
    private long ticks;

    public DateTimeOffset Now { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => ticks;

    public void GoOn(TimeSpan span)
    {
        ticks += span.Ticks;
        Now += span;
    }
}
