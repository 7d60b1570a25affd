using System.Text.Json;
using System.Text.Unicode;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>An element of a resource in JSON.</summary>
internal sealed class JsonNode(JsonElement element) : FhirNode
{
    private const int MaxDepth = 64;

    public override string? ResourceType => element.ValueKind == JsonValueKind.Object ? new JsonNode(element).Text("resourceType") : null;

    public override string? Value => element.ValueKind switch
    {
        JsonValueKind.String => TextOf(element),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    /// <summary>Reads any bytes; never throws.</summary>
    public static JsonNode? TryParse(ReadOnlyMemory<byte> bytes, out Rejection? why)
    {
        var body = bytes.Span.StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(body.Span))
        {
            why = new("body", "FHIR JSON in UTF-8, found bytes that are not UTF-8", "Send UTF-8.");
            return null;
        }

        try
        {
            // Cloned: its memory is then the garbage collector's business and not ours to return.
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            why = HasBrokenName(body.Span) ? new("body", "FHIR JSON, found a name that holds half a character", "Send a resource in FHIR R4 JSON.") : null;
            if (why is not null)
                return null;
            return new JsonNode(document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            why = new(
                $"body, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}", $"FHIR JSON, nested at most {MaxDepth} deep, found text that is not", "Send a resource in FHIR R4 JSON.");
            return null;
        }
    }

    public override IEnumerable<FhirNode> All(string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var found) || found.ValueKind == JsonValueKind.Null)
            return [];
        return found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().Select(item => new JsonNode(item)) : [new JsonNode(found)];
    }

    public override byte[] WriteBundle(IEnumerable<FhirNode> entries)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "collection");
            writer.WriteStartArray("entry");
            foreach (var entry in entries.Cast<JsonNode>())
                writer.WriteRawValue(entry.Raw);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // An escaped half of a surrogate pair passes for JSON; whoever looks for a property meets it, wherever it stands.
    private static bool HasBrokenName(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
            return false;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
                    reader.GetString();
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private string Raw => element.GetRawText();

    // An escaped half of a surrogate pair is valid JSON and no text.
    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
