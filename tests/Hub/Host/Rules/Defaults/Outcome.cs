namespace IntegrationHub.Host.Tests.Rules.Defaults;

/// <summary>What a story shows of a rule.</summary>
public enum Outcome
{
    /// <summary>It finds its moment.</summary>
    Fires,

    /// <summary>It looks like its moment and is none.</summary>
    HeldBack,

    /// <summary>The moment was there and is no more.</summary>
    Withdrawn,
}
