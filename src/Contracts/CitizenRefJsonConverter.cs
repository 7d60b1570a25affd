using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>Writes a <see cref="CitizenRef"/> as its 36-character text.</summary>
public sealed class CitizenRefJsonConverter : JsonConverter<CitizenRef>
{
    /// <inheritdoc/>
    public override CitizenRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CitizenRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
