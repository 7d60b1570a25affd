using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook.Tests;

/// <summary>Secrets of a test; a name that is not there fails as the host's own does.</summary>
internal sealed class FixedSecrets : ISecrets
{
    public const string Good = "whsec_aW5ib3gtc2ltdWxhdG9yLXRlc3Qtc2VjcmV0IQ==";
    public const string Other = "whsec_YW5vdGhlciBzZWNyZXQgb2YgMjQgYnl0ZXMhIQ==";

    private readonly Dictionary<string, string> values = new()
    {
        ["env:GOOD"] = Good,
        ["env:OTHER"] = Other,
        ["env:BARE"] = Good["whsec_".Length..],
        ["env:GARBLED"] = "whsec_!!",
        ["env:SHORT"] = "whsec_c2hvcnQ=",
        ["env:LONG"] = "whsec_" + Convert.ToBase64String(new byte[65]),
    };

    public string Open(string reference) => values.TryGetValue(reference, out var value) ? value : throw new PermanentFailureException($"Nothing is behind '{reference}'.");
}
