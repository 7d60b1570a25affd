namespace IntegrationHub.Core.Detection;

/// <summary>What a fact does for a moment.</summary>
public enum GroundRole
{
    /// <summary>It carries the moment.</summary>
    When,

    /// <summary>The rule asks that it is there too.</summary>
    And,

    /// <summary>It happened before, and counts along.</summary>
    Counted,
}
