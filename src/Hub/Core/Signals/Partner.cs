using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Signals;

/// <summary>An organisation whose case workers receive signals.</summary>
/// <param name="Id">Its id in <c>partnerships.json</c>, kebab-case (<c>ocmw-gent</c>).</param>
/// <param name="Role">What it is in the partnership.</param>
/// <param name="Municipalities">The municipalities it serves; empty for a ziekenfonds.</param>
/// <param name="Mutualities">The ziekenfondsen whose members it serves, by number; empty for others.</param>
/// <param name="Destination">The destination in <c>hub.json</c> through which it is reached.</param>
public sealed record Partner(
    string Id, PartnerRole Role, IReadOnlySet<NisCode> Municipalities, IReadOnlySet<string> Mutualities, string Destination);
