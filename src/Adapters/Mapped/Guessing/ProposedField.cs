namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>One line of a proposal: a name with its value, and what a person is asked about it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value as YAML; null where only the answer to the question can fill it.</param>
internal sealed record ProposedField(string Name, string? Value)
{
    /// <summary>What is asked, in plain words; null when nothing is.</summary>
    public string? Question { get; init; }

    /// <summary>Lines that stand below the name instead of a value.</summary>
    public IReadOnlyList<string> Block { get; init; } = [];

    /// <summary>A remark or a ready answer, as comment lines after the question.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>Whether it is only suggested: written as a comment.</summary>
    public bool IsSuggestion { get; init; }
}
