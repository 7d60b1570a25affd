namespace IntegrationHub.Storage.Rotation;

/// <summary>How many rows of a table are under a key.</summary>
public sealed record KeyRows(string Kind, string KeyId, string Table, long Rows);
