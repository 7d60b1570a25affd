namespace IntegrationHub.Storage.Audit;

/// <summary>A place where the log is not what was sealed.</summary>
/// <param name="Kind">What is wrong there.</param>
/// <param name="Block">In which block.</param>
/// <param name="Sentence">In words.</param>
public sealed record AuditFault(AuditFaultKind Kind, long Block, string Sentence);
