namespace IntegrationHub.Host.Configuration;

/// <summary>What the built-in sample puts in the place of what <c>hub.json</c> says; null when the hub runs on a configuration of its own.</summary>
internal sealed record ConfigurationOverrides(IReadOnlyDictionary<string, string?>? Values);
