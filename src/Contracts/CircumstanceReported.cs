namespace IntegrationHub.Contracts;

/// <summary>What has no contract of its own yet: a code and attributes. Codes and dates only; free text and names belong in the encrypted column.</summary>
public sealed record CircumstanceReported : Fact
{
    /// <summary>What it is, kebab-case Dutch code (<c>vrijlating</c>).</summary>
    public required string Code { get; init; }

    /// <summary>Codes, dates and numbers that say more; empty when the code says all.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
