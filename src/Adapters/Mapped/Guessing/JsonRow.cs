using System.Text.Json;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>An object of JSON as paths and values.</summary>
internal static class JsonRow
{
    private const int Deepest = 8;

    /// <summary>Its values by dotted path; of a list only the first.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Flatten(JsonElement element) => Flatten(element, "", 0);

    private static IEnumerable<KeyValuePair<string, string>> Flatten(JsonElement element, string path, int depth) => element.ValueKind switch
    {
        JsonValueKind.Object when depth < Deepest => element.EnumerateObject().SelectMany(property => Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", depth + 1)),
        JsonValueKind.Array when depth < Deepest => element.EnumerateArray().Take(1).SelectMany(item => Flatten(item, $"{path}[0]", depth + 1)),
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array => [KeyValuePair.Create(path, "")],
        _ => [KeyValuePair.Create(path, element.ToString())],
    };
}
