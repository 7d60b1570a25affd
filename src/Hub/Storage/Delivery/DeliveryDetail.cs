namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery of a signal, or a refusal.</summary>
/// <param name="Id">Its id: what a tool knows it by.</param>
/// <param name="Kind">What it tells: <c>issued</c>, <c>updated</c> or <c>withdrawn</c>.</param>
/// <param name="Recipient">Id of the partner; empty when nobody could be chosen.</param>
/// <param name="Destination">Id of the destination; empty of a refusal at detection.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="SettledAt">When it reached that state, UTC; null while it waits.</param>
/// <param name="Detail">Why, or what the tool answered.</param>
/// <param name="MomentId">The moment that was refused; null where it is about the whole signal.</param>
public sealed record DeliveryDetail(
    Guid Id, string Kind, string Recipient, string Destination, string State, int Attempts, DateTimeOffset DecidedAt, DateTimeOffset? SettledAt, string? Detail, Guid? MomentId);
