using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>The contracts that the facts of a mapping name.</summary>
internal sealed class MappedContracts(SourceDocument document) : ISourceContracts
{
    public IReadOnlyCollection<string> Contracts { get; } =
        [.. document.Records.SelectMany(record => record.Facts).Select(fact => fact.Contract.Name).Distinct().Order(StringComparer.Ordinal)];
}
