namespace IntegrationHub.Adapters.Sdk;

/// <summary>What the intake did with one record.</summary>
/// <param name="Kind">Accepted, duplicate or quarantined.</param>
/// <param name="Rejections">For a quarantined record: every reason. Empty otherwise.</param>
public sealed record RecordOutcome(RecordOutcomeKind Kind, IReadOnlyList<Rejection> Rejections)
{
    /// <summary>Stored.</summary>
    public static RecordOutcome Accepted { get; } = new(RecordOutcomeKind.Accepted, []);

    /// <summary>The journal had this version, or a later one.</summary>
    public static RecordOutcome Duplicate { get; } = new(RecordOutcomeKind.Duplicate, []);
}
