using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Detection;

/// <summary>A delivery to make.</summary>
/// <param name="Id">Its id: the same however often it is tried.</param>
/// <param name="Recipient">Id of the partner.</param>
/// <param name="Destination">Id of the destination through which it is reached.</param>
/// <param name="Worker">The known case worker's code; null when nobody is known.</param>
/// <param name="Reason">Why the partner was chosen.</param>
public sealed record NewDelivery(Guid Id, string Recipient, string Destination, string? Worker, string Reason)
{
    /// <summary>A new one to a partner that was chosen.</summary>
    public static NewDelivery To(ChosenPartner chosen) => new(Guid.NewGuid(), chosen.Partner, chosen.Destination, chosen.Worker, chosen.Reason);
}
