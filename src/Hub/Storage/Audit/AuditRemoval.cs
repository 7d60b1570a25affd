namespace IntegrationHub.Storage.Audit;

/// <summary>What became of taking old blocks away.</summary>
/// <param name="Entries">How many entries went; 0 when nothing is past its term any more.</param>
/// <param name="Fault">Why nothing went: blocks past their term do not verify, and stay until a person has looked. Null when all is well.</param>
public sealed record AuditRemoval(int Entries, AuditFault? Fault);
