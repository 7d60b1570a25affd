using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A fact with its encrypted column opened. <see cref="ToString"/> shows nothing of the person.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Person">What identifies a person, UTF-8 JSON; empty when the record said nothing of the kind.</param>
public sealed record OpenedFact(Fact Fact, ReadOnlyMemory<byte> Person)
{
    public override string ToString() => $"OpenedFact({FactContract.NameOf(Fact.GetType())})";
}
