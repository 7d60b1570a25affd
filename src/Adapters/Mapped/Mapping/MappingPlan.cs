using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A document made ready to read rows with: every column numbered, every contract's setters compiled.</summary>
internal sealed class MappingPlan(SourceDocument document)
{
    private readonly Dictionary<string, RecordPlan> plans = document.Records.ToDictionary(record => record.Kind, record => new RecordPlan(record));

    /// <summary>The kinds of records, in the order of the document.</summary>
    public IReadOnlyCollection<RecordPlan> Records => plans.Values;

    /// <summary>Tells one meaning of a row from another.</summary>
    public string Fingerprint => document.Fingerprint;

    /// <summary>The plan of a kind; null when there is none.</summary>
    public RecordPlan? Of(string kind) => plans.GetValueOrDefault(kind);
}
