using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>Secrets of a test, by reference.</summary>
internal sealed class FixedSecrets : Dictionary<string, string>, ISecrets
{
    public string Open(string reference) => TryGetValue(reference, out var value) ? value : throw new PermanentFailureException($"Nothing is behind '{reference}'.");
}
