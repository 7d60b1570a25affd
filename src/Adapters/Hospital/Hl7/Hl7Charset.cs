using System.Globalization;
using System.Text;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>The charsets of HL7 table 0211 that a Belgian hospital may send, as MSH-18 or an HTTP header writes them.</summary>
internal static class Hl7Charset
{
    /// <summary>The encoding behind a name; null when it is none that we read. Bytes that do not fit it throw <see cref="DecoderFallbackException"/> (only UTF-8 has such bytes).</summary>
    public static Encoding? TryGet(string name)
    {
        var plain = name.Trim().ToUpperInvariant();
        if (plain is "UNICODE UTF-8" or "UTF-8" or "UTF8")
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        // Senders that say ASCII and then write an e-acute mean Latin-1, which ASCII is a part of.
        if (plain is "ASCII" or "US-ASCII" or "8859/1" or "ISO-8859-1" or "ISO8859-1" or "ISO 8859-1" or "LATIN1")
            return Encoding.Latin1;
        if (plain is "WINDOWS-1252" or "CP1252")
            return CodePagesEncodingProvider.Instance.GetEncoding(1252);
        var part = plain.StartsWith("8859/", StringComparison.Ordinal) ? plain[5..] : plain.StartsWith("ISO-8859-", StringComparison.Ordinal) ? plain[9..] : "";
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (>= 2 and <= 9) or 15
            ? CodePagesEncodingProvider.Instance.GetEncoding(28590 + number)
            : null;
    }
}
