using IntegrationHub.Storage.Database;
using Npgsql;
using NpgsqlTypes;

namespace IntegrationHub.Storage.Postgres;

/// <summary>Writes one column of a binary COPY, without boxing.</summary>
internal abstract class CopyColumn
{
    public static CopyColumn Of(Column column) => column.Values switch
    {
        long[] values => new Typed<long>(values, NpgsqlDbType.Bigint),
        int[] values => new Typed<int>(values, NpgsqlDbType.Integer),
        short[] values => new Typed<short>(values, NpgsqlDbType.Smallint),
        bool[] values => new Typed<bool>(values, NpgsqlDbType.Boolean),
        Guid[] values => new Typed<Guid>(values, NpgsqlDbType.Uuid),
        string?[] values => new Nullable<string>(values, NpgsqlDbType.Text),
        byte[]?[] values => new Nullable<byte[]>(values, column.IsUtf8Text ? NpgsqlDbType.Text : NpgsqlDbType.Bytea),
        _ => throw new ArgumentException($"No COPY for {column.Values.GetType().Name}.", nameof(column)),
    };

    public abstract Task WriteAsync(NpgsqlBinaryImporter importer, int row, CancellationToken token);

    private sealed class Typed<T>(T[] values, NpgsqlDbType type) : CopyColumn
        where T : struct
    {
        public override Task WriteAsync(NpgsqlBinaryImporter importer, int row, CancellationToken token) => importer.WriteAsync(values[row], type, token);
    }

    private sealed class Nullable<T>(T?[] values, NpgsqlDbType type) : CopyColumn
        where T : class
    {
        public override Task WriteAsync(NpgsqlBinaryImporter importer, int row, CancellationToken token) =>
            values[row] is { } value ? importer.WriteAsync(value, type, token) : importer.WriteNullAsync(token);
    }
}
