using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>Writes an INSZ as its digits. Only here: a contract has no field for one.</summary>
internal sealed class InszJsonConverter : JsonConverter<Insz>
{
    public override Insz Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Insz.TryParse(reader.GetString(), out var insz) ? insz : throw new JsonException("Expected an INSZ.");

    public override void Write(Utf8JsonWriter writer, Insz value, JsonSerializerOptions options) => writer.WriteStringValue(value.Digits);
}
