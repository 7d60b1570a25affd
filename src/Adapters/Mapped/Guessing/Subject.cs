namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What the rows of a sample are about.</summary>
internal enum Subject
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Jobs.</summary>
    Employment,

    /// <summary>Stays in a hospital.</summary>
    Hospital,

    /// <summary>Files of a partner.</summary>
    SupportFile,

    /// <summary>Benefits.</summary>
    Benefit,

    /// <summary>Claims to evict.</summary>
    Eviction,

    /// <summary>Membership of a ziekenfonds.</summary>
    Membership,
}
