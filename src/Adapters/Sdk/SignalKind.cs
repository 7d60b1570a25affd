namespace IntegrationHub.Adapters.Sdk;

/// <summary>What a delivery says.</summary>
public enum SignalKind
{
    /// <summary>A new signal.</summary>
    Issued,

    /// <summary>An earlier signal lost its ground: the tool takes it back, or tells who already worked on it.</summary>
    Withdrawn,

    /// <summary>
    /// An earlier signal says something else by now: it gained or lost a moment, or a fact was corrected. The tool puts this in the place of what it has under the same signal; where it has nothing, it is new.
    /// </summary>
    Updated,
}
