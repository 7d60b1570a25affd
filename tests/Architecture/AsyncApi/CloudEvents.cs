using System.Text.Json.Nodes;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>The attributes of CloudEvents 1.0, as the hub fills them.</summary>
internal static class CloudEvents
{
    public static JsonObject Envelope(string[] types, string source, string subject, string data, bool hasTime)
    {
        var properties = new JsonObject
        {
            ["specversion"] = Text("enum", new JsonArray("1.0")),
            ["id"] = Text("description", "With `source` it identifies the event, however often it comes."),
            ["source"] = Text("pattern", source),
            ["type"] = Text("enum", new JsonArray([.. types.Select(type => JsonValue.Create(type))])),
            ["subject"] = new JsonObject { ["description"] = subject, ["type"] = "string", ["format"] = "uuid" },
            ["datacontenttype"] = Text("enum", new JsonArray("application/json")),
            ["data"] = new JsonObject { ["$ref"] = data },
        };
        if (hasTime)
            properties.Insert(5, "time", new JsonObject { ["description"] = "When the hub decided, UTC.", ["type"] = "string", ["format"] = "date-time" });
        return new JsonObject { ["type"] = "object", ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]), ["properties"] = properties };
    }

    private static JsonObject Text(string keyword, JsonNode value) => new() { ["type"] = "string", [keyword] = value };
}
