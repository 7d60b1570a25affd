namespace IntegrationHub.Host.Intake;

/// <summary>What became of the records of one push.</summary>
internal sealed record PushSummary(int Read, int Accepted, int Duplicate, int Quarantined, IReadOnlyList<PushRejection> Rejections);
