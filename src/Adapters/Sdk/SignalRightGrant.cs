using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>How far a right can be granted without the citizen.</summary>
[JsonConverter(typeof(SignalRightGrantJsonConverter))]
public enum SignalRightGrant
{
    /// <summary>The authority grants it of its own accord.</summary>
    Automatic,

    /// <summary>It follows once another right is granted.</summary>
    Follows,

    /// <summary>The request can be filled in beforehand.</summary>
    Prefillable,

    /// <summary>The citizen must ask.</summary>
    OwnRequest,
}
