using System.Text.Json;

namespace IntegrationHub.Storage.Journal;

/// <summary>A record as the journal has it.</summary>
internal sealed record KnownRecord(string RecordId, long? Version, byte[] ContentHash, int Revision, bool IsWithdrawn, byte[] Citizens, byte[]? OwnHash, string? Erased, int? Snapshot)
{
    /// <summary>In the place of keys: nothing of the record was left.</summary>
    public const string AllErased = "*";

    /// <summary>
    /// Whether a version is newer: by the source's own version, else by its content, compared with the latest only (A, B, A are three versions). The same version is newer when another part of it may be
    /// stored now. A withdrawn record that reappears is newer whatever its content, unless its own version is older. Of what was erased nothing is newer while the source says the same.
    /// </summary>
    public bool IsOlderThan(JournalRecord record)
    {
        if (StaysErased(record))
            return IsWithdrawn && Left(record).Facts.Count > 0;
        return Version is { } known && record.Version is { } given
            ? given > known || (given == known && (IsWithdrawn || IsDifferentFrom(record)))
            : IsWithdrawn || IsDifferentFrom(record);
    }

    /// <summary>Whether something of it was erased and the source says what it said then.</summary>
    public bool StaysErased(JournalRecord record) => Erased is not null
        && (Version is { } known && record.Version is { } given ? given == known
            : OwnHash is { } own && record.OwnHash is { } now ? now.AsSpan().SequenceEqual(own)
            : !IsDifferentFrom(record));

    /// <summary>The record without what stays erased.</summary>
    public JournalRecord Left(JournalRecord record)
    {
        if (!StaysErased(record))
            return record;
        var keys = Keys(Erased!);
        return record with { Facts = [.. record.Facts.Where(fact => Erased != AllErased && !keys.Contains(fact.Key))] };
    }

    /// <summary>What of a record was erased, with what was erased before.</summary>
    public static string Erase(string? before, bool isAll, IEnumerable<string> keys) =>
        isAll || before == AllErased ? AllErased : JsonSerializer.Serialize((before is null ? [] : Keys(before)).Union(keys).Order(StringComparer.Ordinal));

    /// <summary>Whether it was read before the hash of its content alone was kept, and is the same.</summary>
    public bool Lacks(JournalRecord record) => OwnHash is null && record is { OwnHash: not null, Version: null } && !IsDifferentFrom(record);

    private static HashSet<string> Keys(string erased) => erased == AllErased ? [] : JsonSerializer.Deserialize<HashSet<string>>(erased)!;

    private bool IsDifferentFrom(JournalRecord record) => !record.ContentHash.AsSpan().SequenceEqual(ContentHash);
}
