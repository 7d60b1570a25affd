using System.Globalization;
using IntegrationHub.Adapters.Mapped.Mapping;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Compares values of a cursor as what they are: numbers, instants (written as in any column: 2/12/2026 is the second of December), or text.</summary>
internal static class Cursor
{
    public static int Compare(string left, string right)
    {
        if (decimal.TryParse(left, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(right, NumberStyles.Number, CultureInfo.InvariantCulture, out var other))
            return number.CompareTo(other);
        if (TryInstant(left, out var instant) && TryInstant(right, out var otherInstant))
            return instant.CompareTo(otherInstant);
        return string.CompareOrdinal(left, right);
    }

    private static bool TryInstant(string text, out DateTimeOffset instant) =>
        Moment.TryParse(text, [], out instant) || DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
}
