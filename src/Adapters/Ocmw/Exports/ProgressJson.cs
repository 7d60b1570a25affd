using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Ocmw.Exports;

/// <summary>Serialisation of checkpoints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableDictionary<string, KindProgress>))]
internal sealed partial class ProgressJson : JsonSerializerContext;
