namespace IntegrationHub.Storage.Backup;

/// <summary>A table, or a file, in a backup.</summary>
/// <param name="Name">Of the table, or of the file.</param>
/// <param name="Columns">Of the table, in their order; none of a file.</param>
/// <param name="Bytes">How many.</param>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record BackupPart(string Name, IReadOnlyList<string> Columns, long Bytes, string Sha256);
