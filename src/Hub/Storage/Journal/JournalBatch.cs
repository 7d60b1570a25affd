namespace IntegrationHub.Storage.Journal;

/// <summary>A batch as it goes on the bus.</summary>
/// <param name="Id">Its id in the journal.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Contract">Wire name of the contract of all its facts.</param>
/// <param name="Facts">Each fact as the JSON object that crosses the bus (UTF-8), at most 250.</param>
public sealed record JournalBatch(long Id, string Source, string Contract, IReadOnlyList<ReadOnlyMemory<byte>> Facts);
