namespace IntegrationHub.Storage.Journal;

/// <summary>A fact ready to be written.</summary>
internal sealed record PageFact(
    string Contract, Guid Citizen, string RecordId, string Key, int Revision, byte[] Clear, byte[]? Sealed, Guid[] Members, bool IsWithdrawal);
