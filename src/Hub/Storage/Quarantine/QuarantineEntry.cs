namespace IntegrationHub.Storage.Quarantine;

/// <summary>One quarantined record, without its content.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="RecordId">The record within the source; an HMAC where the source's own id is personal.</param>
/// <param name="Kind">The shape of the record; <see cref="QuarantineKinds.FactPrefix"/> and a contract for a fact.</param>
/// <param name="Reasons">All reasons as JSON: an array of { field, expected, toDo, code }.</param>
/// <param name="AdapterVersion">Of the adapter that rejected it; empty where the detection failed.</param>
/// <param name="QuarantinedAt">When.</param>
/// <param name="Reason">What it is grouped by.</param>
public sealed record QuarantineEntry(
    long Id, string Source, string RecordId, string Kind, string Reasons, string AdapterVersion, DateTimeOffset QuarantinedAt, string Reason)
{
    /// <summary>Whether it is a fact on which the detection failed, and no record of a source.</summary>
    public bool IsFact => Kind.StartsWith(QuarantineKinds.FactPrefix, StringComparison.Ordinal);
}
