namespace IntegrationHub.Host.Admin;

/// <summary>What an administrator may do that shows, takes away or brings back what is known of people. In <c>hub.json</c> in kebab-case.</summary>
internal enum Permission
{
    /// <summary>See the content of a quarantined record.</summary>
    OpenQuarantine,

    /// <summary>Write the content of quarantined records to a file.</summary>
    ExportQuarantine,

    /// <summary>Give quarantined records up: their content is erased.</summary>
    DiscardQuarantine,

    /// <summary>Erase what is known of a citizen.</summary>
    Erase,

    /// <summary>See entries of the audit log, which say what was shown about whom.</summary>
    ReadAudit,

    /// <summary>Write the audit log to a file.</summary>
    ExportAudit,

    /// <summary>Put new keys in the place of the old.</summary>
    RotateKeys,

    /// <summary>Fill an empty store from a backup.</summary>
    Restore,
}
