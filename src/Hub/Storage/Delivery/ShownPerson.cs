using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What was shown of somebody, for the audit log.</summary>
/// <param name="Citizen">Of whom.</param>
/// <param name="Fields">Names of the fields.</param>
/// <param name="Source">Ids of the sources whose data it is, separated by commas.</param>
/// <param name="Purpose">For what purpose.</param>
/// <param name="Ground">On what ground: each number with the id of its authorisation.</param>
public sealed record ShownPerson(CitizenRef Citizen, IReadOnlyCollection<string> Fields, string Source, string Purpose, string Ground);
