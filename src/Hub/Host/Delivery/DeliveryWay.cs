using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Delivery;

/// <summary>How one delivery goes, by one configuration.</summary>
/// <param name="Content">Makes what the recipient may see.</param>
/// <param name="Destination">Where it goes; null when that does not work here.</param>
internal sealed record DeliveryWay(SignalContent Content, ISignalDestination? Destination);
