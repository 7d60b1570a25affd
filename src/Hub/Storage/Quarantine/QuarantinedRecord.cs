namespace IntegrationHub.Storage.Quarantine;

/// <summary>A record that could not be normalised, whole.</summary>
public sealed record QuarantinedRecord
{
    /// <summary>The record within the source; an HMAC where the source's own id is personal.</summary>
    public required string RecordId { get; init; }

    /// <summary>The shape of the record, as its adapter names it.</summary>
    public required string Kind { get; init; }

    /// <summary>The reasons as JSON: an array of { field, expected, toDo, code }.</summary>
    public required string Reasons { get; init; }

    /// <summary>Version of the adapter that rejected it.</summary>
    public required string AdapterVersion { get; init; }

    /// <summary>The record as JSON (id, version, kind, raw bytes, properties), UTF-8, to be sealed by the store.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>A keyed hash of the record's own bytes: what a person gave up does not come back with the next export. Null where that is not known.</summary>
    public byte[]? ContentHash { get; init; }

    /// <summary>The source's own version of it; null when it has none, or none that could be read.</summary>
    public long? Version { get; init; }

    /// <summary>How many of the page's accepted records came before it: the next of the same id is the source's later word.</summary>
    public int Place { get; init; } = int.MaxValue;
}
