using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Plugins.Checking.Options;

/// <summary>The JSON Schema of a plugin's options, made from the types they bind to, so that an editor completes <c>hub.json</c>.</summary>
internal static class OptionsSchema
{
    public const string FileName = "options.schema.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => OptionNode.Describe(context, node, Json),
    };

    /// <summary>One schema over all the types: they bind to the same object.</summary>
    public static JsonObject Of(string pluginId, IEnumerable<Type> types)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var schema in types.Select(type => Json.GetJsonSchemaAsNode(type, Exporter).AsObject()))
        {
            foreach (var (name, property) in schema["properties"]?.AsObject().ToList() ?? [])
                properties[name] = property?.DeepClone();
            foreach (var name in schema["required"]?.AsArray().ToList() ?? [])
                required.Add(name?.DeepClone());
        }

        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"Options of {pluginId}",
            ["type"] = "object",
            ["properties"] = properties,
        };
        if (required.Count > 0)
            whole["required"] = required;
        whole["additionalProperties"] = false;
        return whole;
    }

    public static string Text(JsonObject schema) => schema.ToJsonString(Json) + "\n";

    /// <summary>Every option by its path (<c>mllp.port</c>), the ones that only hold others left out.</summary>
    public static IEnumerable<string> Paths(JsonObject schema, string prefix = "")
    {
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            var inner = property is JsonObject one && one["properties"] is not null ? [.. Paths(one, $"{prefix}{name}.")] : Array.Empty<string>();
            foreach (var path in inner.Length > 0 ? inner : [prefix + name])
                yield return path;
        }
    }
}
