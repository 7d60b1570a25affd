namespace IntegrationHub.Storage.Delivery;

/// <summary>Whether an attempt may send.</summary>
public enum DeliveryStart
{
    /// <summary>What it shows is stored: it may.</summary>
    Begun,

    /// <summary>It may not: the delivery was cancelled, or erased, or taken by another host, since this host took it.</summary>
    Over,
}
