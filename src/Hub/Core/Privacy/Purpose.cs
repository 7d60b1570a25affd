namespace IntegrationHub.Core.Privacy;

/// <summary>Why data may be used: a closed list of help and rights. Fraud detection, sanction and enforcement do not exist here and cannot be configured.</summary>
public enum Purpose
{
    /// <summary>To offer help of one's own accord at a hinge moment (proactieve hulpverlening).</summary>
    ProactiveHelp,

    /// <summary>To explore and open up rights (rechtendetectie, rechten realiseren).</summary>
    RightsExploration,

    /// <summary>To keep helping somebody who already has a file (nazorg included).</summary>
    ContinuedSupport,
}
