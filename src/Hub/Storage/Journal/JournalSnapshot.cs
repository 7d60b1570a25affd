namespace IntegrationHub.Storage.Journal;

/// <summary>
/// A complete export, spread over pages. Every record of its pages (accepted, duplicate or quarantined) is marked with its id; when <see cref="IsLast"/>, the records of this source and scope
/// that carry another id are withdrawn with all their facts, in the same transaction.
/// </summary>
public sealed record JournalSnapshot(string Scope, string Id, bool IsLast);
