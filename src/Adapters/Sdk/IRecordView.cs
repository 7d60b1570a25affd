namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// Shows a record to the person whose data it is, on her own screen, for <c>hub adapters try</c>. Optional: without it the bytes are shown as text. Pure, and it does not throw, whatever the bytes.
/// </summary>
public interface IRecordView
{
    /// <summary>The names and values of a record as the source writes them (columns, paths), in its order; empty when the record cannot be taken apart.</summary>
    IReadOnlyList<KeyValuePair<string, string>> Cells(SourceRecord record);
}
