using MassTransit;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>Many records in one message.</summary>
[EntityName("benchmark.notices")]
public sealed record NoticeBatch(IReadOnlyList<Notice> Notices);
