using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Quarantine;

/// <summary>What became of what was tried again.</summary>
internal sealed class RetryResult
{
    /// <summary>Records that the hub knows now, those it knew already included.</summary>
    public long Accepted { get; private set; }

    /// <summary>Records that still cannot be read.</summary>
    public long Rejected { get; private set; }

    /// <summary>Facts that the detection looks at again.</summary>
    public long Facts { get; set; }

    /// <summary>Records of sources that are no longer there or do not work, by source: left as they are.</summary>
    public SortedDictionary<string, long> WithoutSource { get; } = new(StringComparer.Ordinal);

    public void Count(RecordOutcomeKind kind)
    {
        if (kind == RecordOutcomeKind.Quarantined)
            Rejected++;
        else
            Accepted++;
    }

    public override string ToString() =>
        $"{Number.Of(Accepted, "record")} accepted now, {Rejected} stay in quarantine{(Facts > 0 ? $", {Number.Of(Facts, "fact")} evaluated again" : "")}."
        + string.Concat(WithoutSource.Select(one => $" {Number.Of(one.Value, "record")} of {one.Key} left alone: it is no source of this configuration, or its plugin is broken."));
}
