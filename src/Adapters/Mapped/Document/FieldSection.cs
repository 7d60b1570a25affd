namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>One field of a contract and where its value comes from.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value; of attributes and members nothing.</param>
internal sealed record FieldSection(FieldShape Field, ValueSection Value)
{
    /// <summary>The values of attributes, or of each member, by name.</summary>
    public IReadOnlyDictionary<string, ValueSection> Parts { get; init; } = new Dictionary<string, ValueSection>();
}
