namespace IntegrationHub.Storage.Alerts;

/// <summary>What a person should look at.</summary>
/// <param name="Code">Which: <c>unprocessed-too-long</c>, <c>nothing-consumes</c>, <c>clock-ahead:HOST</c>, <c>audit</c>, <c>audit:HOST</c>, <c>undelivered:DESTINATION</c> or <c>silent:SOURCE</c>.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="StartedAt">When it was first seen.</param>
/// <param name="EndedAt">When it was over; null while it goes on.</param>
public sealed record Alert(string Code, string Detail, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);
