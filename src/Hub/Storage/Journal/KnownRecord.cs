namespace IntegrationHub.Storage.Journal;

/// <summary>A record as the journal has it.</summary>
internal sealed record KnownRecord(string RecordId, long? Version, byte[] ContentHash, int Revision, bool IsWithdrawn, byte[] Citizens)
{
    /// <summary>
    /// Whether a version is newer: by the source's own version, else by its content, compared with the latest only (A, B, A are three versions). The same version is newer when another part of it may be
    /// stored now. A withdrawn record that reappears is newer whatever its content, unless its own version is older.
    /// </summary>
    public bool IsOlderThan(JournalRecord record) => Version is { } known && record.Version is { } given
        ? given > known || (given == known && (IsWithdrawn || IsDifferentFrom(record)))
        : IsWithdrawn || IsDifferentFrom(record);

    private bool IsDifferentFrom(JournalRecord record) => !record.ContentHash.AsSpan().SequenceEqual(ContentHash);
}
