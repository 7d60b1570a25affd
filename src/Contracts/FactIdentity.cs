namespace IntegrationHub.Contracts;

/// <summary>Which fact, whatever its version: source, record and key.</summary>
/// <param name="Source">Id of the configured source.</param>
/// <param name="RecordId">The record within the source, as the journal knows it.</param>
/// <param name="FactKey">The fact within the record.</param>
public sealed record FactIdentity(string Source, string RecordId, string FactKey);
