namespace IntegrationHub.Core.Signals.Telling;

/// <summary>What became of a signal at one partner.</summary>
/// <param name="Partner">Id of the partner, and how it was reached.</param>
/// <param name="Has">It has the signal, or may have it since it was tried, and was not told that it is withdrawn.</param>
/// <param name="Waits">A delivery of it waits that was never tried: it will tell what holds then.</param>
public sealed record Holder(ChosenPartner Partner, bool Has, bool Waits);
