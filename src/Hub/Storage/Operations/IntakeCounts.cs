namespace IntegrationHub.Storage.Operations;

/// <summary>What the intake counted. Read = accepted + duplicate + quarantined. Minimised counts facts that no authorisation names, which were not stored.</summary>
public sealed record IntakeCounts(long Read, long Accepted, long Duplicate, long Quarantined, long Facts, long Minimised)
{
    public static IntakeCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public static IntakeCounts operator +(IntakeCounts left, IntakeCounts right) => new(
        left.Read + right.Read,
        left.Accepted + right.Accepted,
        left.Duplicate + right.Duplicate,
        left.Quarantined + right.Quarantined,
        left.Facts + right.Facts,
        left.Minimised + right.Minimised);

    public static IntakeCounts operator -(IntakeCounts left, IntakeCounts right) => new(
        left.Read - right.Read,
        left.Accepted - right.Accepted,
        left.Duplicate - right.Duplicate,
        left.Quarantined - right.Quarantined,
        left.Facts - right.Facts,
        left.Minimised - right.Minimised);
}
