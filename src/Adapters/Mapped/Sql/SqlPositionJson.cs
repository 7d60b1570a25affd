using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Serialisation of checkpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(SqlPosition))]
internal sealed partial class SqlPositionJson : JsonSerializerContext;
