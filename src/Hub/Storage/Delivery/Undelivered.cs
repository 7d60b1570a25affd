namespace IntegrationHub.Storage.Delivery;

/// <summary>What a destination does not get.</summary>
/// <param name="Destination">Which.</param>
/// <param name="PendingSince">Since when its oldest delivery waits, or is tried again; null when none waits too long.</param>
/// <param name="Failed">How many failed lately.</param>
public sealed record Undelivered(string Destination, DateTimeOffset? PendingSince, int Failed);
