using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Ziekenfonds.Files;

/// <summary>Serialisation of checkpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ReadFiles))]
internal sealed partial class ReadFilesJson : JsonSerializerContext;
