using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationHub.Plugins.Checking;

/// <summary>Finds a sample in the JSON blocks of a README.</summary>
internal static partial class ReadmeSample
{
    private static readonly JsonDocumentOptions Relaxed = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether some block is, or holds, exactly this object.</summary>
    public static bool IsIn(string readme, JsonObject sample) => Block().Matches(readme).Any(block => Parse(block.Groups["json"].Value) is { } json && Holds(json, sample));

    private static bool Holds(JsonNode? node, JsonObject sample) => JsonNode.DeepEquals(node, sample) || node switch
    {
        JsonObject one => one.Any(property => Holds(property.Value, sample)),
        JsonArray many => many.Any(element => Holds(element, sample)),
        _ => false,
    };

    // A block may be a part of hub.json that is no JSON by itself: it is then not the one that is looked for.
    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, null, Relaxed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^```jsonc?\s*\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
