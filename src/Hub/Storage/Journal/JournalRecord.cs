namespace IntegrationHub.Storage.Journal;

/// <summary>One accepted record.</summary>
/// <param name="RecordId">The record within the source; an HMAC where the source's own id is personal.</param>
/// <param name="Version">The source's own version, growing; null when it has none.</param>
/// <param name="ContentHash">Keyed hash of the normalised content (16 bytes): the version where the source has none.</param>
/// <param name="Facts">The facts the record holds now; may be empty.</param>
public sealed record JournalRecord(string RecordId, long? Version, byte[] ContentHash, IReadOnlyList<JournalFact> Facts);
