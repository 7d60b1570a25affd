namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>A row as the source wrote it, with what its file or page shares.</summary>
/// <param name="Bytes">The row.</param>
/// <param name="Properties">What the rows of a file or page share, named by <see cref="RowProperties"/>; the same dictionary for all of them.</param>
/// <param name="Line">The line it begins on; null when it does not come from a file of lines.</param>
internal readonly record struct RawRow(ReadOnlyMemory<byte> Bytes, IReadOnlyDictionary<string, string> Properties, long? Line);
