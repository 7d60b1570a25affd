using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Makes source records of messages, with the id and the version that the message itself says.</summary>
internal sealed class Hl7Reader(HospitalOptions options)
{
    /// <summary>Property of a record: the charset that the transport declared, for a message whose MSH-18 is empty.</summary>
    public const string CharsetProperty = "charset";

    private readonly IReadOnlyList<Hl7FieldPath> visitFrom = Hl7FieldPath.ParseAll(options.VisitFrom, "PV1-19");

    public Hl7Received Read(ReadOnlyMemory<byte> raw, string? charset = null)
    {
        var message = Hl7Message.TryParse(raw, charset ?? options.Charset, out _);
        if (message is null)
            return new(null, Unidentified(raw, charset));
        if (AdtRoute.Of(message, out _) is not { } adt)
            return new(message, message.Count("MSH") > 1 ? Unidentified(raw, charset) : HeaderOnly(raw, charset));
        // A hospital's interface sends every ADT event. Those that we do not use are not kept: nobody needs them here.
        if (adt == AdtEvent.Unused)
            return new(message, null);
        var visit = AdtVisit.Of(message, adt, visitFrom, out _);
        return new(message, visit is null ? Unidentified(raw, charset) : Record(visit.RecordId, raw, charset) with { Version = visit.Version });
    }

    /// <summary>
    /// The messages of a posted body: each begins with MSH; the envelope of a batch file (FHS, BHS, BTS, FTS) is cut away. What stands before the first MSH and is neither comes out as it is:
    /// it is no message, and it must not vanish.
    /// </summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var start = -1;
        for (var at = 0; at < body.Length; at = LineEnd(body.Span, at))
        {
            var line = body.Span[at..LineEnd(body.Span, at)];
            // A byte order mark hides the MSH, and stays with it: it tells the charset.
            if (at == 0 && line.StartsWith(Encoding.UTF8.Preamble))
                line = line[Encoding.UTF8.Preamble.Length..];
            var isEnvelope = line.StartsWith("FHS"u8) || line.StartsWith("BHS"u8) || line.StartsWith("BTS"u8) || line.StartsWith("FTS"u8);
            if (start >= 0 && (isEnvelope || line.StartsWith("MSH"u8)))
            {
                parts.Add(body[start..at]);
                start = -1;
            }

            if (start < 0 && !isEnvelope && !line.Trim(" \t\r\n"u8).IsEmpty)
                start = at;
        }

        if (start >= 0)
            parts.Add(body[start..]);
        return parts.Count == 0 ? [body] : parts;
    }

    // A message that is not for us, such as a laboratory result, is quarantined by its header only: we have no ground to keep the rest.
    private static SourceRecord HeaderOnly(ReadOnlyMemory<byte> raw, string? charset)
    {
        var start = Math.Max(raw.Span.IndexOf("MSH"u8), 0);
        var header = raw[start..LineEnd(raw.Span, start)];
        return Unidentified(header, charset);
    }

    private static SourceRecord Unidentified(ReadOnlyMemory<byte> raw, string? charset) => Record("unread/" + Convert.ToHexString(SHA256.HashData(raw.Span)), raw, charset);

    // Ids are personal: the visit number names a patient to whoever knows the hospital, and a bare hash of a message can be tried out. The intake keeps an HMAC.
    private static SourceRecord Record(string id, ReadOnlyMemory<byte> raw, string? charset)
    {
        var record = new SourceRecord { Id = id, IdIsPersonal = true, Kind = MediaTypes.Hl7V2, Raw = raw };
        return charset is null ? record : record with { Properties = new Dictionary<string, string> { [CharsetProperty] = charset } };
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes, int from) => bytes[from..].IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0 ? from + end + 1 : bytes.Length;
}
