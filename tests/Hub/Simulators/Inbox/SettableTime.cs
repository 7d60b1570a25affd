namespace IntegrationHub.Simulators.Tests.Inbox;

/// <summary>A clock that stands where the test puts it; timers run as ever.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
