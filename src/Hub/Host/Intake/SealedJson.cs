using System.Text.Json.Serialization;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Intake;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SealedPerson))]
[JsonSerializable(typeof(SealedRecord))]
[JsonSerializable(typeof(IReadOnlyList<Rejection>))]
internal sealed partial class SealedJson : JsonSerializerContext;
