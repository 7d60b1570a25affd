namespace IntegrationHub.Adapters.Sdk;

/// <summary>What a delivery says.</summary>
public enum SignalKind
{
    /// <summary>A new signal.</summary>
    Issued,

    /// <summary>An earlier signal lost its ground: the tool takes it back, or tells who already worked on it.</summary>
    Withdrawn,
}
