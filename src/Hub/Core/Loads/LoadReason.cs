namespace IntegrationHub.Core.Loads;

/// <summary>Why facts of a source count as a load.</summary>
public enum LoadReason
{
    /// <summary>The source was never read before.</summary>
    FirstLoad,

    /// <summary>It told far more in a day than it usually does.</summary>
    Jump,
}
