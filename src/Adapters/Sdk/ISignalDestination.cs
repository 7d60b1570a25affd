namespace IntegrationHub.Adapters.Sdk;

/// <summary>A tool that case workers already use.</summary>
public interface ISignalDestination
{
    /// <summary>
    /// Hands one signal over, once; the host retries with back-off. The same <see cref="SignalReady.DeliveryId"/> may come again after a crash: the tool must end up with one item.
    /// </summary>
    /// <returns>Delivered, or refused by the tool for good.</returns>
    /// <exception cref="RetryLaterException">The tool asks for time.</exception>
    /// <exception cref="PermanentFailureException">Retrying cannot help: the endpoint is gone or refuses our credentials.</exception>
    /// <remarks>Any other exception is transient.</remarks>
    Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token);
}
