using System.Text;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>An HL7 v2 message in its pipe notation. Knows segments, fields and components; not what they mean. It holds personal data and never shows it.</summary>
internal sealed class Hl7Message
{
    private readonly IReadOnlyList<string[]> segments;

    private Hl7Message(Hl7Separators separators, Encoding encoding, IReadOnlyList<string[]> segments) =>
        (Separators, Encoding, this.segments) = (separators, encoding, segments);

    public Hl7Separators Separators { get; }

    /// <summary>What the message was written in; its acknowledgement is too.</summary>
    public Encoding Encoding { get; }

    /// <summary>Reads any bytes; never throws.</summary>
    /// <param name="raw">One message, segments ended by CR (or LF, CR LF: seen in real files).</param>
    /// <param name="charset">The charset where MSH-18 is empty.</param>
    /// <param name="why">Why it could not be read; null when it could.</param>
    public static Hl7Message? TryParse(ReadOnlyMemory<byte> raw, string charset, out Rejection? why)
    {
        var bytes = Trimmed(raw.Span, out var hasBom);
        var separators = bytes.StartsWith("MSH"u8) ? Hl7Separators.TryRead(bytes[3..]) : null;
        if (separators is null)
        {
            why = new("MSH", $"a message that begins with MSH and its separators (MSH|^~\\&|), found {raw.Length} bytes that do not", "Send HL7 v2 in pipe notation.", Hl7Code.SegmentSequence);
            return null;
        }

        var header = Encoding.Latin1.GetString(bytes[..HeaderLength(bytes)]).Split(separators.Field);
        var declared = header.Length > 17 ? header[17].Split(separators.Repetition)[0] : "";
        var name = declared.Length > 0 ? declared : hasBom ? "UTF-8" : charset;
        if (Hl7Charset.TryGet(name) is not { } encoding)
        {
            why = new("MSH-18", "a charset of HL7 table 0211 that we read (ASCII, 8859/1 to 8859/9, 8859/15, UNICODE UTF-8), found another", "Let the sender write one of these.", Hl7Code.TableValueNotFound);
            return null;
        }

        try
        {
            why = null;
            return new Hl7Message(separators, encoding, SegmentsOf(encoding.GetString(bytes), separators));
        }
        catch (DecoderFallbackException)
        {
            why = new("MSH-18", "bytes in the charset it declares, found bytes that are not UTF-8", "Let the sender declare the charset it really writes.", Hl7Code.DataType);
            return null;
        }
    }

    public int Count(string segment) => segments.Count(fields => fields[0] == segment);

    /// <summary>A field as it stands, of the first such segment; empty when absent.</summary>
    public string Raw(string segment, int field)
    {
        var fields = segments.FirstOrDefault(fields => fields[0] == segment);
        // MSH-1 is the separator itself, so its fields count from one further.
        var index = segment == "MSH" ? field - 1 : field;
        return fields is not null && index < fields.Length ? fields[index] : "";
    }

    /// <summary>The repetitions of a field that hold something.</summary>
    public IEnumerable<Hl7Value> Repetitions(string segment, int field) =>
        Raw(segment, field).Split(Separators.Repetition).Where(text => text.Length > 0).Select(text => new Hl7Value(text, Separators));

    /// <summary>A component of the first repetition of a field; empty when absent.</summary>
    public string Text(string segment, int field, int component = 1) => new Hl7Value(Raw(segment, field).Split(Separators.Repetition)[0], Separators).Component(component);

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> bytes, out bool hasBom)
    {
        hasBom = bytes.StartsWith(Encoding.UTF8.Preamble);
        return (hasBom ? bytes[3..] : bytes).Trim(" \r\n\t"u8);
    }

    private static int HeaderLength(ReadOnlySpan<byte> bytes) => bytes.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? end : bytes.Length;

    private static List<string[]> SegmentsOf(string text, Hl7Separators separators) =>
    [
        // A line feed within a message that ends its segments with CR belongs to somebody's free text.
        .. text.Split(text.Contains('\r') ? '\r' : '\n').Select(line => line.Trim('\n')).Where(line => line.Length >= 3).Select(line => line.Split(separators.Field)),
    ];
}
