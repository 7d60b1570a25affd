namespace IntegrationHub.Storage.Backup;

/// <summary>How far a backup or a restore is.</summary>
/// <param name="Part">At which table or file it is.</param>
/// <param name="Done">Bytes of it; pages where a database is being copied.</param>
/// <param name="Of">How many there are; 0 where that is not known.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct BackupProgress(string Part, long Done, long Of, string Unit);
