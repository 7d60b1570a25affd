using System.Buffers;
using System.Buffers.Binary;
using IntegrationHub.Storage.Database;
using Npgsql;

namespace IntegrationHub.Storage.Postgres;

/// <summary>PostgreSQL's binary COPY: a header, rows of fields, a trailer.</summary>
internal static class BinaryCopy
{
    private const int FlushAt = 48 * 1024;
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static async Task WriteAsync(NpgsqlConnection connection, Rows rows, CancellationToken token)
    {
        var columns = rows.Columns.Select(CopyColumn.Of).ToArray();
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        buffer.Write(Header);

        // Whatever is thrown on the way rolls the transaction back, and with it the rows that were sent.
        await using var stream = await connection.BeginRawBinaryCopyAsync($"COPY {rows.Table} ({rows.ColumnNames}) FROM STDIN (FORMAT BINARY)", token);
        for (var row = 0; row < rows.Count; row++)
        {
            WriteInt16(buffer, (short)columns.Length);
            foreach (var column in columns)
                column.Write(buffer, row);
            if (buffer.WrittenCount > FlushAt)
            {
                await stream.WriteAsync(buffer.WrittenMemory, token);
                buffer.ResetWrittenCount();
            }
        }

        WriteInt16(buffer, -1);
        await stream.WriteAsync(buffer.WrittenMemory, token);
    }

    private static void WriteInt16(ArrayBufferWriter<byte> buffer, short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(buffer.GetSpan(sizeof(short)), value);
        buffer.Advance(sizeof(short));
    }
}
