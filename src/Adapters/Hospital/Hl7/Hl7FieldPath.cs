using System.Globalization;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>A field as options name it: <c>PID-19</c>, or <c>PID-3:NNBEL</c> for the repetitions whose fifth component (the identifier type of a CX) is that.</summary>
internal sealed record Hl7FieldPath(string Segment, int Field, string? Type)
{
    public static Hl7FieldPath? TryParse(string? text)
    {
        var (place, type) = (text ?? "").Split(':', 2) is [var before, var after] ? (before, after) : (text ?? "", null);
        return place.Split('-') is [{ Length: 3 } segment, var number]
            && segment.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var field) && field is > 0 and < 200
            && type is not { Length: 0 }
            ? new Hl7FieldPath(segment, field, type)
            : null;
    }

    public static IReadOnlyList<Hl7FieldPath> ParseAll(IReadOnlyCollection<string> texts, params IReadOnlyList<string> whenEmpty) =>
        [.. (texts.Count > 0 ? texts : whenEmpty).Select(text => TryParse(text) ?? throw new FormatException($"'{text}' is not a field of HL7 v2."))];

    public override string ToString() => Type is null ? $"{Segment}-{Field}" : $"{Segment}-{Field}:{Type}";
}
