using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>Secrets of a test; a name that is not there fails as the host's own does.</summary>
internal sealed class FixedSecrets(params (string Reference, string Value)[] values) : ISecrets
{
    private readonly Dictionary<string, string> values = values.ToDictionary(value => value.Reference, value => value.Value);

    public string Open(string reference) => values.TryGetValue(reference, out var value) ? value : throw new PermanentFailureException($"Nothing is behind '{reference}'.");
}
