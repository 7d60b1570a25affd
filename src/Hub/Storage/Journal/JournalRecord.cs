using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Storage.Journal;

/// <summary>One accepted record.</summary>
/// <param name="RecordId">The record within the source; an HMAC where the source's own id is personal.</param>
/// <param name="Version">The source's own version, growing; null when it has none.</param>
/// <param name="ContentHash">Keyed hash (16 bytes) of what the configuration names of it and, where the source has no version, of the normalised content.</param>
/// <param name="Facts">The facts the record holds now; may be empty.</param>
public sealed record JournalRecord(string RecordId, long? Version, byte[] ContentHash, IReadOnlyList<JournalFact> Facts)
{
    /// <summary>Keyed hash of the normalised content alone, whatever the configuration names of it: by it a record of which something was erased is known again. Null of a record with a version.</summary>
    public byte[]? OwnHash { get; init; }

    /// <summary>In a retry: the hash of the record's own bytes as it rested in quarantine (<see cref="QuarantinedRecord.ContentHash"/>).</summary>
    public byte[]? Rested { get; init; }
}
