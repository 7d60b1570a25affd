namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>What a rival did, from its first publish until every message was confirmed, consumed and acknowledged; starting and connecting not counted.</summary>
internal sealed record RivalResult(int Records, double Seconds, double CpuSeconds)
{
    public double Rate => Records / Seconds;

    public override string ToString() => $"{Records:N0} records: {Rate:N0} records/s ({Seconds:0.0} s). CPU per record of the client: {CpuSeconds * 1e6 / Records:0.0} µs.";
}
