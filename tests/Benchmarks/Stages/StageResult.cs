namespace IntegrationHub.Benchmarks.Stages;

/// <summary>What one stage cost.</summary>
internal sealed record StageResult(string Stage, double Seconds, double CpuSeconds, double PostgresSeconds);
