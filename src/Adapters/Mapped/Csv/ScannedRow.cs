namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>One row as it stands in the file.</summary>
/// <param name="Bytes">The row without its line end; of a refused row only the beginning. Valid until the scanner is filled again.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="RefusedSize">Its size when it is over the limit; null otherwise.</param>
/// <param name="IsCutOff">The file ends without a line end after it.</param>
internal readonly record struct ScannedRow(ReadOnlyMemory<byte> Bytes, long Line, long? RefusedSize, bool IsCutOff);
