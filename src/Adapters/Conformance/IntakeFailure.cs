namespace IntegrationHub.Adapters.Conformance;

/// <summary>How the intake fails while it is tried.</summary>
public enum IntakeFailure
{
    /// <summary>For a moment: the same instance is asked again.</summary>
    Transient,

    /// <summary>Until somebody restarts the hub: a new instance goes on.</summary>
    Permanent,

    /// <summary>Now the one, now the other.</summary>
    Mixed,
}
