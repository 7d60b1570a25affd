namespace IntegrationHub.Storage.Ledger;

/// <summary>The journal of one source, in batches: all = published = processed, but for those that wait.</summary>
/// <param name="Facts">Facts in it, erased ones included.</param>
/// <param name="Erased">Facts whose term was over, or who were erased at a citizen's request.</param>
/// <param name="Batches">Batches.</param>
/// <param name="Published">Those that went on the bus.</param>
/// <param name="Processed">Those that were evaluated.</param>
/// <param name="WaitingSince">When the first came of those that were not; null when none waits.</param>
public sealed record JournalLedger(long Facts, long Erased, long Batches, long Published, long Processed, DateTimeOffset? WaitingSince)
{
    public static JournalLedger None { get; } = new(0, 0, 0, 0, 0, null);

    public long Waiting => Batches - Processed;
}
