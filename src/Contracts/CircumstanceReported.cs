namespace IntegrationHub.Contracts;

/// <summary>What has no contract of its own yet: a code and attributes. Codes and dates only; free text and names belong in the encrypted column.</summary>
/// <remarks>
/// Two codes protect the citizen and are always stored: <c>weigering</c> (she refuses signals; attributes <c>moment</c>, <c>until</c>) and <c>betwisting</c> (she disputes a fact; attributes <c>contract</c>, <c>source</c>,
/// <c>recordId</c>, <c>until</c>). See GLOSSARY.md.
/// </remarks>
public sealed record CircumstanceReported : Fact
{
    /// <summary>What it is, kebab-case Dutch code (<c>vrijlating</c>).</summary>
    public required string Code { get; init; }

    /// <summary>Codes, dates and numbers that say more; empty when the code says all.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
