using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>A published record, and whom it is about when it says so.</summary>
internal sealed record PublishedRecord(SourceRecord Record, Insz? Citizen)
{
    /// <summary>Shows the record's kind only.</summary>
    public override string ToString() => $"PublishedRecord({Record.Kind})";
}
