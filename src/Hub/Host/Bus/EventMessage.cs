using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// What the hub tells those who follow it: a CloudEvents batch of one contract and one kind of moment. On an exchange of its own, so that the detector, which takes everything from that of the facts,
/// never sees it. Its URN and exchange name are approved by a test: changing them is a wire break.
/// </summary>
/// <param name="Id">Id of the batch in the store.</param>
/// <param name="Contract">Wire name of the contract.</param>
/// <param name="Code">The kind of moment.</param>
/// <param name="Body">The events as <c>application/cloudevents-batch+json</c>.</param>
[MessageUrn("integrationhub:event-batch", useDefaultPrefix: false)]
[EntityName("integrationhub.events")]
internal sealed record EventMessage(long Id, string Contract, string Code, ReadOnlyMemory<byte> Body)
{
    public override string ToString() => $"EventMessage({Id}, {Contract} of {Code})";
}
