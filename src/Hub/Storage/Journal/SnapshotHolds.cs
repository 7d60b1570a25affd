namespace IntegrationHub.Storage.Journal;

/// <summary>What a complete export holds, as far as it was read.</summary>
internal enum SnapshotHolds
{
    /// <summary>Nothing that could be read.</summary>
    Nothing,

    /// <summary>Only records that were not known, and its end has not been believed: a wrong file that comes every day must not vouch for itself.</summary>
    NewOnly,

    /// <summary>At least one that was known, or all of it was believed at its end. What it holds is known.</summary>
    Known,
}
