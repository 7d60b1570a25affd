namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// Splits what a partner posted to the host's <c>POST /intake/{source}</c> into records, each with its own id and version (a FHIR Bundle holds many). Optional: an adapter that takes
/// HTTP pushes registers one as a singleton beside its <see cref="IRecordNormaliser"/>. Without one the host makes a single record of the body, with the media type as its kind where that is one of everybody's
/// (<c>application/json</c>, <c>text/csv</c>), and <c>application/octet-stream</c> else: a kind is stored in the clear, and the header is the caller's.
/// Pure: no I/O, no clock, the same bytes give the same records; called from several threads at once.
/// </summary>
public interface IPayloadReader
{
    /// <summary>
    /// The media types it reads: lower case, without parameters (<c>application/fhir+json</c>). The host answers 415 to any other and names these.
    /// </summary>
    IReadOnlyCollection<string> ContentTypes { get; }

    /// <summary>
    /// The records of one body, in its order; the host hands them to the intake as one page and answers after that. It does not throw, whatever the bytes: what cannot be read is
    /// returned as one record, whole, that the normaliser rejects with the reason, so that it goes to quarantine like any other. If it throws nevertheless, the whole body goes there, and a retry
    /// hands it to the normaliser as a record of the kind <see cref="SourceRecord.WholeFile"/>.
    /// </summary>
    /// <param name="contentType">The header as it was sent, parameters included (<c>application/fhir+json; charset=utf-8</c>).</param>
    /// <param name="body">The bytes as received, not over <see cref="InstanceContext.MaxRecordBytes"/>: the host refuses a larger body with its size.</param>
    /// <returns>Possibly none: a Bundle without anything of interest.</returns>
    IReadOnlyList<SourceRecord> Read(string contentType, ReadOnlyMemory<byte> body);
}
