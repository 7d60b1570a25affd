namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>One contract that a row becomes.</summary>
internal sealed record FactSection
{
    /// <summary>The contract.</summary>
    public required ContractShape Contract { get; init; }

    /// <summary>Which fact of the record.</summary>
    public required string Key { get; init; }

    /// <summary>When the row holds this fact; null is always.</summary>
    public Condition? When { get; init; }

    /// <summary>The column with the INSZ; null is the record's.</summary>
    public string? Citizen { get; init; }

    /// <summary>When it happened.</summary>
    public required ValueSection OccurredAt { get; init; }

    /// <summary>The contract's own fields.</summary>
    public IReadOnlyList<FieldSection> Fields { get; init; } = [];
}
