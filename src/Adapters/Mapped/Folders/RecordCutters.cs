using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>The cutter of each format.</summary>
internal static class RecordCutters
{
    /// <summary>The cutter for a kind of record.</summary>
    /// <param name="record">The kind.</param>
    /// <param name="references">The columns or paths that the mapping refers to.</param>
    /// <param name="maxRecordBytes">A record over this size is refused.</param>
    public static IRecordCutter Create(RecordSection record, IReadOnlyList<string> references, int maxRecordBytes) => record.Format switch
    {
        RecordFormat.Csv => new CsvCutter(record, references, maxRecordBytes),
        _ => throw new NotSupportedException($"No files of {record.Format}."),
    };
}
