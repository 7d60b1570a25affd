namespace IntegrationHub.Benchmarks.Stages;

/// <summary>What the stages cost, and what of it is encryption, pseudonyms, gate and audit.</summary>
internal sealed record StageResults(IReadOnlyList<StageResult> Stages, IReadOnlyList<StageResult> Protection);
