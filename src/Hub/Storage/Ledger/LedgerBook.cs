namespace IntegrationHub.Storage.Ledger;

/// <summary>What came of every source, or of one.</summary>
/// <param name="Since">From when on it counts; null: from the beginning.</param>
/// <param name="Sources">By id.</param>
public sealed record LedgerBook(DateTimeOffset? Since, IReadOnlyList<SourceLedger> Sources)
{
    /// <summary>Whether nothing is missing anywhere.</summary>
    public bool AddsUp => Sources.All(source => source.Missing.Count == 0);
}
