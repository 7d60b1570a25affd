using System.Data.Common;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>A row of <c>audit</c> as it is sealed: each column as the bytes of its text, the same on both databases, and the block and position that it has or gets.</summary>
internal static class StoredEntry
{
    public const string Columns =
        "CAST(id AS text), CAST(at AS text), kind, actor, recipient, CAST(citizen AS text), CAST(signal_id AS text), CAST(delivery_id AS text), source, fields, purpose, ground, detail";

    /// <summary>How many columns that are, with block and position.</summary>
    public const int Count = 15;
    public const int Block = 13;
    public const int Position = 14;

    /// <summary>Reads the first so many columns.</summary>
    public static void Read(DbDataReader reader, byte[]?[] into, int columns)
    {
        for (var i = 0; i < columns; i++)
            into[i] = reader.IsDBNull(i) ? null : reader.Bytes(i);
    }
}
