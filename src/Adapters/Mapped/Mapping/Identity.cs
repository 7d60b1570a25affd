namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>What identifies a row.</summary>
/// <param name="Id">The record's id; null when it cannot be read: the row may be any record.</param>
/// <param name="IsPersonal">Whether the id names a person.</param>
/// <param name="Version">The record's own version.</param>
/// <param name="IsNotForUs">Whether <c>where</c> passes it over.</param>
internal readonly record struct Identity(string? Id, bool IsPersonal, long? Version, bool IsNotForUs);
