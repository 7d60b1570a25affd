namespace IntegrationHub.Adapters.Sdk;

/// <summary>Where a source was read to. Only the adapter knows what it means; the host stores it with the page's facts.</summary>
/// <param name="Value">Text of at most 64 kB, usually small JSON. No personal data: it is stored in the clear.</param>
public sealed record Checkpoint(string Value);
