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

    /// <summary>It says that somebody lives with her whom another of these facts is about.</summary>
    Household,

    /// <summary>It says with whom she lives, of which the rule asks something.</summary>
    Who,
}
