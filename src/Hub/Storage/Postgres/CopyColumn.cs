using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Postgres;

/// <summary>
/// Writes one column of PostgreSQL's binary COPY format: a length and the value, big-endian. By hand, because Npgsql's importer costs an asynchronous call for every value, and this is
/// the busiest place of the hub.
/// </summary>
internal abstract class CopyColumn
{
    public static CopyColumn Of(Column column) => column.Values switch
    {
        long[] values => new Fixed<long>(values, sizeof(long), BinaryPrimitives.WriteInt64BigEndian),
        int[] values => new Fixed<int>(values, sizeof(int), BinaryPrimitives.WriteInt32BigEndian),
        short[] values => new Fixed<short>(values, sizeof(short), BinaryPrimitives.WriteInt16BigEndian),
        Guid[] values => new Fixed<Guid>(values, 16, static (span, value) => value.TryWriteBytes(span, bigEndian: true, out _)),
        string?[] values => new Text(values),
        byte[]?[] values => new Bytes(values),
        _ => throw new ArgumentException($"No COPY for {column.Values.GetType().Name}.", nameof(column)),
    };

    public abstract void Write(IBufferWriter<byte> buffer, int row);

    private static Span<byte> Field(IBufferWriter<byte> buffer, int length)
    {
        var span = buffer.GetSpan(sizeof(int) + length);
        BinaryPrimitives.WriteInt32BigEndian(span, length);
        buffer.Advance(sizeof(int) + length);
        return span.Slice(sizeof(int), length);
    }

    private static void WriteNull(IBufferWriter<byte> buffer)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), -1);
        buffer.Advance(sizeof(int));
    }

    private sealed class Fixed<T>(T[] values, int size, SpanAction<T> write) : CopyColumn
    {
        public override void Write(IBufferWriter<byte> buffer, int row) => write(Field(buffer, size), values[row]);
    }

    private sealed class Text(string?[] values) : CopyColumn
    {
        public override void Write(IBufferWriter<byte> buffer, int row)
        {
            if (values[row] is { } value)
                Encoding.UTF8.GetBytes(value, Field(buffer, Encoding.UTF8.GetByteCount(value)));
            else
                WriteNull(buffer);
        }
    }

    private sealed class Bytes(byte[]?[] values) : CopyColumn
    {
        public override void Write(IBufferWriter<byte> buffer, int row)
        {
            if (values[row] is { } value)
                value.CopyTo(Field(buffer, value.Length));
            else
                WriteNull(buffer);
        }
    }

    private delegate void SpanAction<in T>(Span<byte> span, T value);
}
