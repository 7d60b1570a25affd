using IntegrationHub.Adapters.Sdk;

namespace TestPlugins.Good;

/// <summary>Takes whatever comes.</summary>
public sealed class GoodDestination(ISecrets secrets) : ISignalDestination
{
    /// <inheritdoc/>
    public Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token) => Task.FromResult(DeliveryResult.Delivered(secrets.Open("env:GREETING")));
}
