namespace IntegrationHub.Storage.Backup;

/// <summary>How far a restored store knows a source.</summary>
/// <param name="Source">Its id.</param>
/// <param name="LastRecordAt">When the last of its records came that the store knows; null for none.</param>
/// <param name="CheckpointAt">When its last checkpoint was stored; null for none.</param>
public sealed record RestoredSource(string Source, DateTimeOffset? LastRecordAt, DateTimeOffset? CheckpointAt);
