namespace IntegrationHub.Contracts;

/// <summary>
/// A fact no longer holds: the source annulled it, or a newer version of its record does not contain it. Which one is told by
/// <see cref="Fact.Source"/>, <see cref="Fact.RecordId"/> and <see cref="Fact.FactKey"/>. The intake makes these; a normaliser never does.
/// </summary>
public sealed record FactWithdrawn : Fact
{
    /// <summary>The contract of the withdrawn fact, by its wire name (<see cref="FactContract.NameOf(Type)"/>).</summary>
    public required string Contract { get; init; }
}
