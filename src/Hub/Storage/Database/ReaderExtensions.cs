using System.Data.Common;
using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Database;

/// <summary>Columns as the hub's own types, the same on both databases.</summary>
internal static class ReaderExtensions
{
    public static CitizenRef Citizen(this DbDataReader reader, int column) => new(reader.GetGuid(column));

    public static DateTimeOffset Time(this DbDataReader reader, int column) => Micros.ToTime(reader.GetInt64(column));

    public static DateTimeOffset? TimeOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>A blob, or a text as UTF-8 without the way over a string.</summary>
    public static byte[] Bytes(this DbDataReader reader, int column) => reader.GetFieldValue<byte[]>(column);
}
