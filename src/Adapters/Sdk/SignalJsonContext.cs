using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>Serialisation of signals, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InszJsonConverter)])]
[JsonSerializable(typeof(SignalReady))]
internal sealed partial class SignalJsonContext : JsonSerializerContext;
