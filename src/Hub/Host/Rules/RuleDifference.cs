using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Host.Rules;

/// <summary>Compares two texts of one rule, or of one right, by what they say, whatever their comments and order.</summary>
internal static class RuleDifference
{
    private static readonly JsonSerializerOptions AsWritten = new(JsonSerializerDefaults.Web);

    /// <summary>The keys that say something else, as the file names them; null when none does.</summary>
    public static string? Between<T>(T before, T now)
    {
        var (was, isNow) = (Json(before), Json(now));
        var changed = was.Where(key => !JsonNode.DeepEquals(key.Value, isNow[key.Key])).Select(key => key.Key).ToList();
        return changed.Count == 0 ? null : string.Join(", ", changed);
    }

    private static JsonObject Json<T>(T one) => JsonSerializer.SerializeToNode(one, AsWritten)!.AsObject();
}
