namespace IntegrationHub.Host.Configuration;

/// <summary>A configured source or destination.</summary>
internal sealed record InstanceConfiguration(string Id, string Adapter, string? Schedule, IConfiguration Options, string Path);
