using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>A time as hospitals write it: perhaps only a year, a month or a day; with an offset or, without one, Belgian wall-clock time.</summary>
/// <param name="Instant">Its earliest moment.</param>
/// <param name="HasDay">Whether at least the day is known.</param>
internal readonly record struct PartialTime(DateTimeOffset Instant, bool HasDay)
{
    private static readonly string[] Hl7Formats = ["yyyy", "yyyyMM", "yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss", "yyyyMMddHHmmss.FFFFFFF"];
    private static readonly string[] FhirFormats = ["yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>A TS or DTM of HL7 v2: <c>20261012</c>, <c>202610121405</c>, <c>20261012140530.25+0200</c>.</summary>
    public static PartialTime? TryParseHl7(string text)
    {
        var sign = text.IndexOfAny(['+', '-']);
        var (local, zone) = sign < 0 ? (text, "") : (text[..sign], text[sign..]);
        return zone.Length is 0 or 5 ? From(local, Hl7Formats, zone.Length == 0 ? "" : zone.Insert(3, ":"), dayLength: 8) : null;
    }

    /// <summary>A dateTime of FHIR: <c>2026-10</c>, <c>2026-10-12</c>, <c>2026-10-12T14:05:30+02:00</c>.</summary>
    public static PartialTime? TryParseFhir(string text)
    {
        var zoneAt = text.IndexOf('T', StringComparison.Ordinal) is var t and > 0 ? text.IndexOfAny(['+', '-', 'Z'], t) : -1;
        var (local, zone) = zoneAt < 0 ? (text, "") : (text[..zoneAt], text[zoneAt..]);
        return From(local, FhirFormats, zone == "Z" ? "+00:00" : zone, dayLength: 10);
    }

    private static PartialTime? From(string local, string[] formats, string zone, int dayLength)
    {
        if (local.Length > 30 || !DateTime.TryParseExact(local, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wallClock))
            return null;
        // Times near the ends of the calendar cannot be moved between zones, and no hospital means them.
        if (wallClock.Year is < 1850 or > 2500)
            return null;
        var hasDay = local.Length >= dayLength;
        if (zone.Length == 0)
            return new(BelgianTime.At(wallClock), hasDay);
        return zone.Length == 6 && TimeSpan.TryParseExact(zone[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
            ? new(new DateTimeOffset(wallClock, zone[0] == '-' ? -offset : offset), hasDay)
            : null;
    }
}
