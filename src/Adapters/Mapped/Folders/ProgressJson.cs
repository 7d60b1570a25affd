using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Serialisation of checkpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableDictionary<string, KindProgress>))]
internal sealed partial class ProgressJson : JsonSerializerContext;
