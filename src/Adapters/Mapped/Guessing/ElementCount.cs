namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>How often an element stands in a document.</summary>
internal sealed class ElementCount
{
    public int Count { get; set; }

    /// <summary>Whether other elements stand in it.</summary>
    public bool HasElements { get; set; }
}
