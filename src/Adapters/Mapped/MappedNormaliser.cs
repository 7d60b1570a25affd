using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>Turns one row into facts, from the record alone: a quarantined one can be tried again after its mapping was mended.</summary>
internal sealed class MappedNormaliser(MappingPlan plan) : IRecordNormaliser
{
    [ThreadStatic]
    private static RowCells? room;

    public Normalised Normalise(SourceRecord record)
    {
        if (record.Kind == FileRefusal.Kind)
            return record.Properties.ContainsKey(RowProperties.Mended) ? Normalised.Accept() : Normalised.Reject(FileRefusal.RejectionOf(record.Properties));
        if (plan.Of(record.Kind) is not { } kind)
            return Normalised.Reject(new Rejection("kind", $"one of {string.Join(", ", plan.Records.Select(one => one.Kind))}, found another", "Send the record to the source that made it, or add the kind to the mapping."));
        var cells = room ??= new RowCells();
        try
        {
            return kind.Normalise(new RawRow(record.Raw, record.Properties, record.Line), cells);
        }
        finally
        {
            cells.Shrink();
        }
    }
}
