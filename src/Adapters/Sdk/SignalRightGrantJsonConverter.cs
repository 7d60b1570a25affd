using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>Writes how far a right can be granted as its word: <c>own-request</c>.</summary>
internal sealed class SignalRightGrantJsonConverter() : JsonStringEnumConverter<SignalRightGrant>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);
