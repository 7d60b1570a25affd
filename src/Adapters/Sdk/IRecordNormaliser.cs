namespace IntegrationHub.Adapters.Sdk;

/// <summary>Turns a source's record into contracts. Pure: no I/O, no clock, the same input gives the same output; called from several threads at once.</summary>
public interface IRecordNormaliser
{
    /// <summary>
    /// Every record ends accepted (with no, one or several facts) or rejected with every reason. It does not throw, whatever the bytes; if it does, the record is quarantined with the
    /// exception's type.
    /// </summary>
    Normalised Normalise(SourceRecord record);
}
