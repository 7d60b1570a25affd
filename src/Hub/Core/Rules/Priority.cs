namespace IntegrationHub.Core.Rules;

/// <summary>How soon a case worker should look.</summary>
public enum Priority
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
