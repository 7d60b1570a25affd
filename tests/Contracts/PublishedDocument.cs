using System.Text.Json.Nodes;
using NJsonSchema;

namespace IntegrationHub.Contracts.Tests;

/// <summary>src/Contracts/asyncapi.json, to hold messages against. Closed: a field that it does not describe is an error here, though a reader of it should pass over such a field.</summary>
internal sealed class PublishedDocument
{
    private const string Components = "#/components/schemas/";
    private readonly JsonObject document;
    private readonly JsonObject definitions;

    private PublishedDocument(JsonObject document)
    {
        this.document = document;
        Close(document["components"]!);
        definitions = document["components"]!["schemas"]!.AsObject();
    }

    public static PublishedDocument Read() => new(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "asyncapi.json")))!.AsObject());

    /// <summary>What is wrong with the content of an event of a contract; empty when nothing is.</summary>
    public Task<IReadOnlyList<string>> ErrorsOfContentAsync(string contract, string json) => ErrorsAsync(definitions[contract]!, json);

    /// <summary>What is wrong with a message on a channel; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> ErrorsOfMessageAsync(string channel, string contentType, string payload)
    {
        var body = JsonNode.Parse(payload)!;
        var type = (body is JsonArray batch ? batch[0] : body)!["type"]!.GetValue<string>();
        var names = document["channels"]![channel]!["messages"]!.AsObject().Select(message => message.Key);
        var message = names.Select(name => document["components"]!["messages"]![name]!).FirstOrDefault(one => one["name"]!.GetValue<string>() == type);
        if (message is null)
            return [$"{type} is not described on the channel {channel}"];
        return message["contentType"]!.GetValue<string>() != contentType ? [$"{contentType} is not what is described"] : await ErrorsAsync(message["payload"]!, payload);
    }

    private async Task<IReadOnlyList<string>> ErrorsAsync(JsonNode schema, string json)
    {
        var root = schema.DeepClone().AsObject();
        root["definitions"] = definitions.DeepClone();
        var read = await JsonSchema.FromJsonAsync(root.ToJsonString().Replace(Components, "#/definitions/", StringComparison.Ordinal));
        return [.. read.Validate(json).Select(error => error.ToString())];
    }

    private static void Close(JsonNode node)
    {
        if (node is JsonObject { } schema)
        {
            if (schema["properties"] is JsonObject && schema["additionalProperties"] is null)
                schema["additionalProperties"] = false;
            foreach (var child in schema.Select(child => child.Value).OfType<JsonNode>().ToList())
                Close(child);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>())
                Close(item);
        }
    }
}
