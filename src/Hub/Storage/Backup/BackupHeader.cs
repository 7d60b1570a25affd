namespace IntegrationHub.Storage.Backup;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Of the archive.</param>
/// <param name="Kind"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Schema">The versions of the schema that the store had.</param>
/// <param name="MadeAt">When it began: everything that was stored by then is in it.</param>
/// <param name="VouchedBy">Name of the key that vouches for the contents.</param>
/// <param name="Keys">Of each key that the hub had, what tells it from any other.</param>
public sealed record BackupHeader(int Format, string Kind, IReadOnlyList<int> Schema, DateTimeOffset MadeAt, string VouchedBy, IReadOnlyDictionary<string, string> Keys)
{
    public const int CurrentFormat = 1;
}
