using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>One citizen of the caseload.</summary>
/// <param name="Position">Where she stands in the order; not personal, fit for a checkpoint.</param>
/// <param name="Insz">Her INSZ.</param>
/// <param name="HasOpenFile">Whether at least one file is open; false when the last one closed.</param>
public sealed record CaseloadCitizen(string Position, Insz Insz, bool HasOpenFile);
