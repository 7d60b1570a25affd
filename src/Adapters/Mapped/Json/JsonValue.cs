namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>One whole value of a JSON stream.</summary>
/// <param name="Bytes">Its bytes; of one over the limit only the beginning. Valid until the scanner is used again.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="RefusedSize">Its size when it is over the limit; null otherwise.</param>
internal readonly record struct JsonValue(ReadOnlyMemory<byte> Bytes, long Line, long? RefusedSize);
