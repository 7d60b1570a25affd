namespace IntegrationHub.Storage.Backup;

/// <summary>A backup cannot be made or restored as asked; the message says why and what to do.</summary>
public sealed class BackupException(string reason, Exception? cause = null) : Exception(reason, cause);
