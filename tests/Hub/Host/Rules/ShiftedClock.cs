namespace IntegrationHub.Host.Tests.Rules;

/// <summary>Another day, at the speed of this one: what waits on it waits as long as ever.</summary>
internal sealed class ShiftedClock(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
