namespace IntegrationHub.Core.Rules;

/// <summary>A fact that must (<c>and</c>) or must not (<c>unless</c>) be there.</summary>
public sealed record FactCondition
{
    /// <summary>Wire name of the contract.</summary>
    public required string Contract { get; init; }

    /// <summary>Whose fact it is.</summary>
    public Whose Of { get; init; }

    /// <summary>All of these must hold.</summary>
    public IReadOnlyList<FieldTest> Where { get; init; } = [];

    /// <summary>
    /// It runs on: for a contract that begins something (employment-started, benefit-granted, hospital-admitted, support-file-opened, insurance-membership-changed, benefit-suspended), that no end of it
    /// is known that lies at or before now.
    /// </summary>
    public bool IsRunning { get; init; }

    /// <summary>At most so long before the event; with neither this nor <see cref="After"/>: at any time.</summary>
    public Period? Before { get; init; }

    /// <summary>At most so long after the event.</summary>
    public Period? After { get; init; }

    /// <summary>Fields in which it must equal the fact that carries the moment (<c>right</c>).</summary>
    public IReadOnlyList<string> Same { get; init; } = [];
}
