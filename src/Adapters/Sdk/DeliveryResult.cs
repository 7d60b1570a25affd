namespace IntegrationHub.Adapters.Sdk;

/// <summary>How a delivery ended when nothing was thrown.</summary>
/// <param name="IsDelivered">True: the tool has it. False: the tool refuses this very signal for good; the host marks the delivery as failed and does not try again by itself.</param>
/// <param name="Detail">A status code or a short reason, without personal data.</param>
public sealed record DeliveryResult(bool IsDelivered, string? Detail)
{
    /// <summary>The tool has it.</summary>
    public static DeliveryResult Delivered(string? detail = null) => new(true, detail);

    /// <summary>The tool refuses this signal for good.</summary>
    public static DeliveryResult Refused(string detail) => new(false, detail);
}
