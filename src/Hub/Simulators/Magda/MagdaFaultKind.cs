namespace IntegrationHub.Simulators.Magda;

/// <summary>How a request goes wrong.</summary>
public enum MagdaFaultKind
{
    /// <summary>A SOAP Fault of the server.</summary>
    Fault,

    /// <summary>The SOAP Fault that MAGDA's gateway gives when it throttles.</summary>
    Throttle,

    /// <summary>Uitzondering 99995 at Repliek level.</summary>
    Busy,

    /// <summary>No answer until the caller gives up.</summary>
    Timeout,

    /// <summary>HTTP 503.</summary>
    Unavailable,
}
