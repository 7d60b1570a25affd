namespace IntegrationHub.Storage.Hosts;

/// <summary>What the hosts that run say of themselves, together.</summary>
/// <param name="Since">Since when one of them has run; null when none does.</param>
/// <param name="ConnectedAt">When a consumer of one was last connected to the bus.</param>
/// <param name="ConsumedAt">When one last had a batch.</param>
public sealed record LiveHosts(DateTimeOffset? Since, DateTimeOffset? ConnectedAt, DateTimeOffset? ConsumedAt);
