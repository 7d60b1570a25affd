using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>Writes a code as its text and refuses a text that does not have its form.</summary>
/// <typeparam name="T">The code.</typeparam>
public sealed class CodeJsonConverter<T> : JsonConverter<T>
    where T : struct, ICode<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var code) ? code : throw new JsonException($"Expected a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
