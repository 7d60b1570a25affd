namespace IntegrationHub.Storage.Delivery;

/// <summary>One delivery (or refusal) of a signal for an overview.</summary>
/// <param name="Recipient">Id of the partner; empty when nobody could be chosen.</param>
/// <param name="State"><c>pending</c>, <c>delivered</c>, <c>refused</c>, <c>failed</c>, <c>cancelled</c> or <c>expired</c>.</param>
/// <param name="Kind">What it tells: <c>issued</c>, <c>updated</c> or <c>withdrawn</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it reached that state; null while pending.</param>
/// <param name="Detail">Why, when there is a reason.</param>
public sealed record DeliveryOverview(string Recipient, string State, string Kind, int Attempts, DateTimeOffset? At, string? Detail);
