namespace IntegrationHub.Storage.Quarantine;

/// <summary>One quarantined record, without its content.</summary>
public sealed record QuarantineEntry(
    long Id, string Source, string RecordId, string Kind, string Reasons, string AdapterVersion, DateTimeOffset QuarantinedAt);
