namespace IntegrationHub.Core.Loads;

/// <summary>What a person decided of a load.</summary>
public enum LoadState
{
    /// <summary>Nothing yet: its moments are held.</summary>
    Open,

    /// <summary>Its moments are signalled: all of them, or those since a day.</summary>
    Released,

    /// <summary>Its moments are history.</summary>
    Kept,
}
