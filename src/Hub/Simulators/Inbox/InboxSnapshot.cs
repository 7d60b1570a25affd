namespace IntegrationHub.Simulators.Inbox;

/// <summary>What the inbox holds at one moment.</summary>
/// <param name="Version">Grows with every change.</param>
/// <param name="Received">Signals received since the start, those no longer kept included.</param>
/// <param name="Duplicates">Deliveries that came again and changed nothing.</param>
/// <param name="Refused">Deliveries refused: signature, body or size.</param>
/// <param name="Failed">Deliveries failed because the simulator was told to.</param>
/// <param name="Signals">The signals kept, newest first.</param>
internal sealed record InboxSnapshot(long Version, long Received, long Duplicates, long Refused, long Failed, IReadOnlyList<InboxItem> Signals)
{
    public int Open => Signals.Count(item => !item.IsWithdrawn);

    public int Withdrawn => Signals.Count - Open;
}
