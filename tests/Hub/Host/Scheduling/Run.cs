namespace IntegrationHub.Host.Tests.Scheduling;

/// <summary>One call that a schedule made.</summary>
public sealed record Run(string Source, string Trigger, DateTimeOffset At);
