using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Yaml;

/// <summary>The parts that a JSON Schema for the completion of editors is made of.</summary>
public static class JsonSchema
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as the text of a file.</summary>
    public static string TextOf(JsonObject schema) => schema.ToJsonString(Readable) + "\n";

    /// <summary>A map that may hold these keys and no other.</summary>
    public static JsonObject Closed(IEnumerable<string> keys, IEnumerable<string>? required = null)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key, new JsonObject()))) };
        if (required?.Any() == true)
            schema["required"] = Names(required);
        return schema;
    }

    /// <summary>A map whose keys are told more of.</summary>
    public static JsonObject With(JsonObject schema, params IEnumerable<(string Key, JsonObject Schema)> properties)
    {
        foreach (var (key, property) in properties)
            schema["properties"]![key] = property;
        return schema;
    }

    /// <summary>A map of free keys.</summary>
    public static JsonObject Map(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    /// <summary>What <c>definitions</c> says under a name.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

    /// <summary>A value of a kind.</summary>
    public static JsonObject Type(string type, string description) => new() { ["description"] = description, ["type"] = type };

    /// <summary>One number and no other.</summary>
    public static JsonObject Const(string description, int value) => new() { ["description"] = description, ["const"] = value };

    /// <summary>A list of texts.</summary>
    public static JsonObject Strings(string description) => new() { ["description"] = description, ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    /// <summary>A list of texts.</summary>
    public static JsonObject OneOrMore(string description) => new() { ["anyOf"] = new JsonArray(Type("string", description), Strings(description)) };

    /// <summary>One of some words.</summary>
    public static JsonObject Enum(IEnumerable<string> values) => new() { ["enum"] = Names(values) };

    /// <summary>Words as a JSON array.</summary>
    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
