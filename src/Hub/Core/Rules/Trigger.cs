namespace IntegrationHub.Core.Rules;

/// <summary>The fact that carries a moment (<c>when</c>).</summary>
public sealed record Trigger
{
    /// <summary>Wire name of the contract (<c>employment-ended</c>).</summary>
    public required string Contract { get; init; }

    /// <summary>Whose fact it is.</summary>
    public Whose Of { get; init; }

    /// <summary>All of these must hold.</summary>
    public IReadOnlyList<FieldTest> Where { get; init; } = [];

    /// <summary>The date field that says when it happened (<c>diedOn</c>); null: the fact's own <c>occurredAt</c>. A fact in which it is empty does not fit.</summary>
    public string? At { get; init; }

    /// <summary>So much after that date is when it happens (turning 18: <c>bornOn</c> plus 18 years); null for none.</summary>
    public Period? Plus { get; init; }

    /// <summary>Which of several facts that fit.</summary>
    public Which Only { get; init; }

    /// <summary>The moment is the so-manyeth fact that fits, within <see cref="Within"/>. 1 for any.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The period that <see cref="Count"/> looks back over; null exactly when it is 1.</summary>
    public Period? Within { get; init; }
}
