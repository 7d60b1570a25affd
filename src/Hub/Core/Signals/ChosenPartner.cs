namespace IntegrationHub.Core.Signals;

/// <summary>
/// A partner to whom a moment goes: the router chose it and the legal gate allowed it when that was decided. A signal shows a partner only the moments that it was chosen for, so that bundling never shows anybody what she
/// would not have been shown without it.
/// </summary>
/// <param name="Partner">Its id in <c>partnerships.json</c>.</param>
/// <param name="Destination">Id of the destination through which it is reached.</param>
/// <param name="Worker">The known case worker's code; null when nobody is known.</param>
/// <param name="Reason">Why it was chosen.</param>
public sealed record ChosenPartner(string Partner, string Destination, string? Worker, string Reason);
