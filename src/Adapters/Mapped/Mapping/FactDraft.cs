using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A fact while its fields are set.</summary>
/// <param name="fact">The empty contract.</param>
internal sealed class FactDraft(Fact fact)
{
    /// <summary>The contract.</summary>
    public Fact Fact { get; } = fact;

    /// <summary>The other people that it names.</summary>
    public IReadOnlyList<Insz> Others { get; set; } = [];
}
