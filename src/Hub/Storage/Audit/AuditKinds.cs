namespace IntegrationHub.Storage.Audit;

/// <summary>What the audit log tells. Words of the log and of its exports: they are added to, never changed.</summary>
public static class AuditKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. typeof(AuditKinds).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    public const string Disclosed = "disclosed";
    public const string Refused = "refused";
    public const string QuarantineOpened = "quarantine-opened";
    public const string QuarantineDiscarded = "quarantine-discarded";
    public const string QuarantineExported = "quarantine-exported";
    public const string QuarantineRetried = "quarantine-retried";
    public const string Erased = "erased";
    public const string KeysRotated = "keys-rotated";
    public const string LoadKept = "load-kept";
    public const string LoadReleased = "load-released";
    public const string AuthorisationsChanged = "authorisations-changed";

    /// <summary>Entries were listed on a screen.</summary>
    public const string AuditRead = "audit-read";
    public const string AuditExported = "audit-exported";

    /// <summary>The oldest blocks of the log were past their term.</summary>
    public const string AuditRemoved = "audit-removed";

    /// <summary>A host began a new head file, for instance after a restore.</summary>
    public const string AuditHeadRestarted = "audit-head-restarted";
    public const string BackupMade = "backup-made";
    public const string Restored = "restored";

    /// <summary>Counted for each minute, not for each request.</summary>
    public const string CallerRefused = "caller-refused";
}
