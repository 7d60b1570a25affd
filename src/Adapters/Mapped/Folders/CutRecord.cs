namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>One record as it stands in its file.</summary>
/// <param name="Bytes">The record; of one over the limit only the beginning. Valid until the next one is asked for.</param>
/// <param name="Line">The line it begins on, from 1; null where the format has no lines.</param>
/// <param name="Next">Where the record after it begins.</param>
internal readonly record struct CutRecord(ReadOnlyMemory<byte> Bytes, long? Line, CutPosition Next)
{
    /// <summary>Its size when it is over the limit; null otherwise.</summary>
    public long? RefusedSize { get; init; }

    /// <summary>The file seems to end in the middle of it: what came after is unknown, so this export withdraws nothing.</summary>
    public bool IsTorn { get; init; }

    /// <summary>Why the rest of the file cannot be cut (truncated JSON); it is the last record then, and stands for the rest.</summary>
    public FileRefusal? Refusal { get; init; }
}
