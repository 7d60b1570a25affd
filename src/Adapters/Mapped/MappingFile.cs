using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>The <c>source.yaml</c> of one source, read once.</summary>
internal sealed class MappingFile(IConfiguration options, InstanceContext context)
{
    private readonly Lazy<DocumentReading> reading = new(() => DocumentReader.ReadFile(context.PathOf(options[MappedOptions.MappingKey] ?? ""), name => options[name]));
    private MappingPlan? plan;

    /// <summary>Everything that is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<string> Mistakes => reading.Value.Mistakes;

    /// <summary>What it says.</summary>
    /// <exception cref="PermanentFailureException">There are mistakes.</exception>
    public SourceDocument Document => reading.Value.Document ?? throw new PermanentFailureException(string.Join('\n', Mistakes));

    /// <summary>It, ready to read rows with.</summary>
    public MappingPlan Plan => plan ??= new MappingPlan(Document);
}
