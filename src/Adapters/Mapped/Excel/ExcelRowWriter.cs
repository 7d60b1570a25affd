using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Excel;

/// <summary>Writes the row at hand of a worksheet as a JSON object.</summary>
internal sealed class ExcelRowWriter(Worksheet sheet, long maxRecordBytes) : IDisposable
{
    private readonly BoundedBuffer buffer = new(maxRecordBytes);

    public void Dispose() => buffer.Dispose();

    /// <summary>Writes it; false when the row holds nothing.</summary>
    public bool TryWrite(out ReadOnlyMemory<byte> bytes, out long? refusedSize)
    {
        buffer.Clear();
        var isEmpty = true;
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            for (var column = 0; column < sheet.Headers.Count; column++)
            {
                if (sheet.Headers[column].Length == 0 || sheet[column] is not { } value || value is string { Length: 0 })
                    continue;
                isEmpty = false;
                json.WritePropertyName(sheet.Headers[column]);
                Write(json, value);
            }

            json.WriteEndObject();
        }

        (bytes, refusedSize) = (buffer.Kept, buffer.RefusedSize);
        return !isEmpty;
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTime moment:
                json.WriteStringValue(moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case TimeSpan time:
                json.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
