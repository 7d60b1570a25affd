namespace IntegrationHub.Adapters.Sdk;

/// <summary>The three ways a record can go. Every record read goes exactly one of them.</summary>
public enum RecordOutcomeKind
{
    /// <summary>Its facts are in the journal (a record may hold none).</summary>
    Accepted,

    /// <summary>The journal had this version, or a later one.</summary>
    Duplicate,

    /// <summary>It could not be normalised; it rests in quarantine, whole, with its reasons.</summary>
    Quarantined,
}
