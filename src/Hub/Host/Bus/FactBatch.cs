using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>A journal batch on the bus: a CloudEvents batch of facts of one source and one contract. Its URN and exchange name are approved by a test: changing them is a wire break.</summary>
/// <param name="Id">Id of the batch in the journal.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Contract">Wire name of the contract.</param>
/// <param name="Body">The events as <c>application/cloudevents-batch+json</c>.</param>
[MessageUrn("integrationhub:fact-batch", useDefaultPrefix: false)]
[EntityName("integrationhub.facts")]
internal sealed record FactBatch(long Id, string Source, string Contract, ReadOnlyMemory<byte> Body)
{
    public override string ToString() => $"FactBatch({Id}, {Contract} of {Source})";
}
