using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Excel;
using IntegrationHub.Adapters.Mapped.Json;
using IntegrationHub.Adapters.Mapped.JsonLines;
using IntegrationHub.Adapters.Mapped.Xml;

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
        RecordFormat.Excel => new ExcelCutter(record, references, maxRecordBytes),
        RecordFormat.Json => new JsonCutter(record.Rows, record.Outside, maxRecordBytes),
        RecordFormat.JsonLines => new JsonLinesCutter(maxRecordBytes),
        RecordFormat.Xml => new XmlCutter(record.Rows, record.Outside, maxRecordBytes),
        _ => throw new NotSupportedException($"No files of {record.Format}."),
    };
}
