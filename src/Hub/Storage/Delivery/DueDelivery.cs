using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery that this host holds.</summary>
/// <param name="Id">Its id: the same however often it is tried.</param>
/// <param name="SignalId">The signal.</param>
/// <param name="IsWithdrawal">Whether it tells that the signal lost its ground.</param>
/// <param name="Moment">The moment it is about.</param>
/// <param name="Recipient">Id of the partner.</param>
/// <param name="Destination">Id of the destination.</param>
/// <param name="Worker">The known case worker's code; null when nobody is known.</param>
/// <param name="Reason">Why the partner was chosen.</param>
/// <param name="Attempts">How often it was taken to be tried, this time included: from 1 on the tool may have it.</param>
/// <param name="CreatedAt">When it was decided, UTC.</param>
public sealed record DueDelivery(
    Guid Id, Guid SignalId, bool IsWithdrawal, Moment Moment, string Recipient, string Destination, string? Worker, string Reason, int Attempts, DateTimeOffset CreatedAt);
