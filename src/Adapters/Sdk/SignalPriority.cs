using System.Text.Json.Serialization;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>How soon a case worker should look.</summary>
[JsonConverter(typeof(SignalPriorityJsonConverter))]
public enum SignalPriority
{
    /// <summary>When there is time.</summary>
    Low,

    /// <summary>In the usual order.</summary>
    Normal,

    /// <summary>Before the others.</summary>
    High,

    /// <summary>Today.</summary>
    Urgent,
}
