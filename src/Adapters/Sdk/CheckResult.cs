namespace IntegrationHub.Adapters.Sdk;

/// <summary>What a connection check found.</summary>
/// <param name="IsReachable">Whether the system answers as it should.</param>
/// <param name="Detail">What was tried and found, and what to do when it failed; without personal data.</param>
public sealed record CheckResult(bool IsReachable, string Detail);
