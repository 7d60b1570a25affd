namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>A contract that a row may become.</summary>
/// <param name="Contract">Its wire name.</param>
/// <param name="When">The condition as YAML; null for always.</param>
/// <param name="OccurredAt">When it happened, as YAML.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record ProposedFact(string Contract, string? When, string OccurredAt, IReadOnlyList<ProposedField> Fields)
{
    /// <summary>What a person is asked before it; null when nothing is.</summary>
    public string? Question { get; init; }

    /// <summary>Whether it is only suggested: written as a comment.</summary>
    public bool IsSuggestion { get; init; }
}
