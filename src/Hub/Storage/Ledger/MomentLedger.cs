namespace IntegrationHub.Storage.Ledger;

/// <summary>Moments by what became of them: each is in one of these.</summary>
public sealed record MomentLedger(long Signalled, long Held, long History, long Silenced, long Disputed, long Withdrawn)
{
    public static MomentLedger None { get; } = new(0, 0, 0, 0, 0, 0);

    public long All => Signalled + Held + History + Silenced + Disputed + Withdrawn;
}
