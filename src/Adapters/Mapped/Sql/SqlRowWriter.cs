using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Writes a row as a JSON object by column.</summary>
internal sealed class SqlRowWriter(long maxRecordBytes) : IDisposable
{
    private readonly BoundedBuffer buffer = new(maxRecordBytes);

    public void Dispose() => buffer.Dispose();

    /// <summary>The row at hand, and its size when it is over the limit.</summary>
    public (ReadOnlyMemory<byte> Bytes, long? RefusedSize) Write(DbDataReader row, IReadOnlyList<SqlColumn> columns)
    {
        buffer.Clear();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(columns[i].Name);
                var value = ValueOf(row, i);
                if (columns[i].Type is "json" or "jsonb" && value is string nested && IsJson(nested))
                    json.WriteRawValue(nested);
                else
                    Write(json, value);
            }

            json.WriteEndObject();
        }

        return (buffer.Kept.ToArray(), buffer.RefusedSize);
    }

    // One cell, a number too large for .NET say, must not stop the source: a text of words stands in its place, which is no number, date, code or id, so what needs the cell rejects its row.
    private static object ValueOf(DbDataReader row, int column)
    {
        try
        {
            return row.GetValue(column);
        }
        catch (Exception problem) when (problem is OverflowException or InvalidCastException or FormatException)
        {
            return "not readable: " + row.GetDataTypeName(column);
        }
    }

    // SQLite keeps any text in a column declared json: such a one is text.
    private static bool IsJson(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case DBNull:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long or int or short or byte:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTime { Kind: DateTimeKind.Utc } instant:
                json.WriteStringValue(instant.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                json.WriteStringValue(moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case Array list:
                json.WriteStartArray();
                foreach (var item in list)
                    Write(json, item ?? DBNull.Value);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
