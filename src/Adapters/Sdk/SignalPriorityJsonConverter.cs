using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>Writes a priority as its word: <c>normal</c>.</summary>
internal sealed class SignalPriorityJsonConverter() : JsonStringEnumConverter<SignalPriority>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
