namespace IntegrationHub.Core.Silence;

/// <summary>A source is silent longer than is usual for it.</summary>
/// <param name="Since">The end of the last hour in which something came of it.</param>
/// <param name="Missed">In how many hours since then it usually sends something, and did not.</param>
public sealed record SourceSilence(DateTimeOffset Since, int Missed);
