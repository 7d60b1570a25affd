namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>What a notification does with what it is about.</summary>
internal enum AttestationStatus
{
    /// <summary>It is new.</summary>
    Creation,

    /// <summary>It replaces the version before it.</summary>
    Modification,

    /// <summary>It takes back what was told.</summary>
    Cancellation,
}
