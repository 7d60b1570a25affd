namespace IntegrationHub.Core.Rules;

/// <summary>Which of several facts that fit carry a moment.</summary>
public enum Which
{
    /// <summary>Each.</summary>
    All,

    /// <summary>The first in time, with what other sources say of the same event.</summary>
    First,

    /// <summary>The last in time, with what other sources say of the same event.</summary>
    Last,
}
