namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>What a notification tells.</summary>
internal enum NotificationKind
{
    /// <summary>An attestation of incapacity to work, in the structure of the KSZ.</summary>
    Incapacity,

    /// <summary>Membership of the ziekenfonds; our own structure.</summary>
    Membership,

    /// <summary>The right to the increased allowance; our own structure.</summary>
    IncreasedAllowance,
}
