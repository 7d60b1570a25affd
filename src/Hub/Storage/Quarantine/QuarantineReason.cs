using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>What entries are grouped by: the code and place of the first reason, without what is different in each record (the file, the line, the number in a list).</summary>
internal static partial class QuarantineReason
{
    private const int Longest = 200;

    public static string Of(string reasons)
    {
        using var json = JsonDocument.Parse(reasons);
        if (json.RootElement.ValueKind != JsonValueKind.Array || json.RootElement.GetArrayLength() == 0)
            return "";
        var first = json.RootElement[0];
        var place = PlaceOf(Text(first, "field"));
        var code = Text(first, "code");
        var reason = code.Length == 0 ? place : $"{code} {place}";
        return reason.Length > Longest ? reason[..Longest] : reason;
    }

    private static string PlaceOf(string field)
    {
        if (field.StartsWith("file ", StringComparison.Ordinal))
            return "file";
        var place = Numbers().Replace(Lines().Replace(field, ""), "[]");
        // "the file, line 7, the message: the path": where it was found, and what is wrong there.
        var last = place.LastIndexOf(": ", StringComparison.Ordinal);
        return last < 0 ? place : place[(last + 2)..];
    }

    private static string Text(JsonElement reason, string name) => reason.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"(,| on)? (line|column|position|byte) \d+( of [^,:]+)?")]
    private static partial Regex Lines();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Numbers();
}
