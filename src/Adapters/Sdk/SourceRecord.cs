namespace IntegrationHub.Adapters.Sdk;

/// <summary>One record as the source gave it. It holds personal data: <see cref="ToString"/> shows only its kind.</summary>
public sealed record SourceRecord
{
    /// <summary>The <see cref="Kind"/> of a record that stands for a whole file that cannot be read. The normaliser rejects it, and the run that met it is told as refused.</summary>
    public const string WholeFile = "file";

    /// <summary>
    /// Identifies the record within its source, stable over versions: the same thing read again has the same id. Set <see cref="IdIsPersonal"/> where it contains an INSZ, a patient
    /// number or another identifier of a person.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>True when <see cref="Id"/> is derived from personal data: the intake then stores and logs an HMAC of it.</summary>
    public bool IdIsPersonal { get; init; }

    /// <summary>
    /// The source's own version of the record, growing with each change (a revision, or the ticks of its last change). Lower than the journal's: a duplicate. The same, or null: the intake
    /// compares the content of the normalised facts with the latest version only.
    /// </summary>
    public long? Version { get; init; }

    /// <summary>What shape <see cref="Raw"/> has, so that the normaliser knows what to read: <c>leefloon</c>, <c>GeefPersoon</c>, <c>application/fhir+json</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The bytes as received. Kept in quarantine, encrypted, when the record is rejected.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>
    /// What the normaliser needs beside the bytes (file name, header line, the INSZ that was asked). Kept in quarantine with the bytes, encrypted. Share one dictionary over the
    /// records of a file.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = Empty;

    /// <summary>The line of its file that the record begins on, from 1, so that a rejection can say where to look; null when it does not come from a file of lines.</summary>
    public long? Line { get; init; }

    private static readonly Dictionary<string, string> Empty = [];

    /// <summary>Shows the kind and the size, nothing of the content.</summary>
    public override string ToString() => $"SourceRecord({Kind}, {Raw.Length} bytes)";
}
