using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Serialisation of checkpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HttpPosition))]
internal sealed partial class HttpPositionJson : JsonSerializerContext;
