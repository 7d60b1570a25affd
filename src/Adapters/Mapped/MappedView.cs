using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>Shows the columns or paths of a row that its mapping refers to.</summary>
internal sealed class MappedView(MappingPlan plan) : IRecordView
{
    public IReadOnlyList<KeyValuePair<string, string>> Cells(SourceRecord record) => plan.Of(record.Kind)?.Show(new RawRow(record.Raw, record.Properties, record.Line)) ?? [];
}
