using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Writes the ACK of a message, in its own separators, version and charset.</summary>
internal static class Acknowledgement
{
    /// <summary>AA, or AE or AR with every reason.</summary>
    /// <param name="message">The message; null when it was not HL7.</param>
    /// <param name="reasons">Why it is refused; empty when it is accepted.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="isRefused">The message as such is refused, whatever the codes of the reasons say.</param>
    public static byte[] Write(Hl7Message? message, IReadOnlyList<Rejection> reasons, DateTimeOffset now, bool isRefused = false)
    {
        var separators = message?.Separators ?? Hl7Separators.Standard;
        var version = message?.Raw("MSH", 12) is { Length: > 0 } sent ? sent : "2.5";
        var code = reasons.Count == 0 ? "AA" : isRefused || reasons.Any(reason => Hl7Code.RefusesTheMessage(reason.Code)) ? "AR" : "AE";
        var segments = new List<string[]>
        {
            Header(message, separators, version, now),
            reasons.Count == 0
                ? ["MSA", code, message?.Raw("MSH", 10) ?? ""]
                : ["MSA", code, message?.Raw("MSH", 10) ?? "", separators.Encode(Cut(reasons[0].ToString(), 200))],
        };
        segments.AddRange(reasons.Take(10).Select(reason => Error(reason, separators, version)));
        var text = string.Concat(segments.Select(fields => string.Join(separators.Field, fields) + "\r"));
        // Our sentences and the echoed header fit any of the charsets; what would not becomes a question mark.
        return Encoding.GetEncoding((message?.Encoding ?? Encoding.Latin1).WebName is "utf-8" ? "utf-8" : "iso-8859-1").GetBytes(text);
    }

    private static string[] Header(Hl7Message? message, Hl7Separators separators, string version, DateTimeOffset now)
    {
        string Sent(int field) => message?.Raw("MSH", field) ?? "";
        var trigger = message?.Raw("MSH", 9).Split(separators.Component) is [_, { Length: > 0 } name, ..] ? name : null;
        var c = separators.Component;
        var type = trigger is null ? "ACK" : IsBefore25(version) ? $"ACK{c}{trigger}" : $"ACK{c}{trigger}{c}ACK";
        var time = TimeZoneInfo.ConvertTime(now, BelgianTime.Zone);
        var stamp = time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var control = Convert.ToHexString(RandomNumberGenerator.GetBytes(10));
        string[] header = ["MSH", separators.Declared, Sent(5), Sent(6), Sent(3), Sent(4), stamp, "", type, control, Sent(11) is { Length: > 0 } processing ? processing : "P", version];
        return Sent(18).Length > 0 ? [.. header, "", "", "", "", "", Sent(18)] : header;
    }

    private static string[] Error(Rejection reason, Hl7Separators separators, string version)
    {
        var (c, s) = (separators.Component, separators.Subcomponent);
        var code = reason.Code is { Length: 3 } known ? known : Hl7Code.InternalError;
        var path = Hl7FieldPath.TryParse(reason.Field.Split(',', ':')[0]);
        var place = path is null ? "" : $"{path.Segment}{c}1{c}{path.Field}";
        return IsBefore25(version)
            ? ["ERR", $"{(path is null ? $"{c}{c}" : place)}{c}{code}{s}{Hl7Code.TextOf(code)}{s}HL70357"]
            : ["ERR", "", place, $"{code}{c}{Hl7Code.TextOf(code)}{c}HL70357", "E", "", "", "", separators.Encode(reason.ToString())];
    }

    // The ERR segment took its present form in 2.5.
    private static bool IsBefore25(string version) => version.Length >= 3 && version.StartsWith("2.", StringComparison.Ordinal) && version[2] is >= '1' and <= '4';

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
