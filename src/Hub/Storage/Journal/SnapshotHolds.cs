namespace IntegrationHub.Storage.Journal;

/// <summary>What a complete export holds, as far as it was read.</summary>
internal enum SnapshotHolds
{
    /// <summary>Nothing that could be read.</summary>
    Nothing,

    /// <summary>Records that no earlier export held, and no other.</summary>
    NewOnly,

    /// <summary>At least one that an earlier export held.</summary>
    Known,
}
