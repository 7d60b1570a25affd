namespace IntegrationHub.Storage.Events;

/// <summary>Events of one transaction, one contract and one kind of moment.</summary>
/// <param name="Id">Its id: the same however often it is published.</param>
/// <param name="Contract">Wire name of the contract.</param>
/// <param name="Code">The kind of moment that they are about.</param>
/// <param name="Events">Each as the JSON object that its contract says.</param>
public sealed record EventBatch(long Id, string Contract, string Code, IReadOnlyList<ReadOnlyMemory<byte>> Events)
{
    /// <inheritdoc/>
    public override string ToString() => $"EventBatch({Id}, {Contract} of {Code})";
}
