using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>What outside developers read of what the hub publishes is what it publishes.</summary>
public sealed partial class AsyncApiTests
{
    private const string File = "src/Contracts/asyncapi.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Document => JsonNode.Parse(SourceTree.Read(File))!.AsObject();

    [Fact]
    public void The_document_is_that_of_the_contracts()
    {
        var received = Path.Combine(AppContext.BaseDirectory, "asyncapi.received.json");
        System.IO.File.WriteAllText(received, AsyncApiDocument.Build().ToJsonString(Readable) + "\n");

        var approved = System.IO.File.Exists(SourceTree.Full(File)) ? SourceTree.Read(File) : "";
        (approved == System.IO.File.ReadAllText(received)).ShouldBeTrue(
            $"{File} is not what the contracts say now. When the change is meant and only adds, copy {received} over it (and see what changed with git diff).");
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var document = Document;

        foreach (var reference in Nodes(document).OfType<JsonObject>().Where(node => node.ContainsKey("$ref")).Select(node => node["$ref"]!.GetValue<string>()))
            reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node?[part]).ShouldNotBeNull(reference);
    }

    [Fact]
    public void It_has_what_AsyncAPI_3_asks_for()
    {
        var document = Document;

        document["asyncapi"]!.GetValue<string>().ShouldBe("3.0.0");
        document["info"]!["title"].ShouldNotBeNull();
        document["info"]!["version"].ShouldNotBeNull();
        foreach (var (name, server) in document["servers"]!.AsObject())
            (server!["host"], server["protocol"]).ShouldSatisfyAllConditions(both => both.Item1.ShouldNotBeNull(name), both => both.Item2.ShouldNotBeNull(name));
        foreach (var (name, channel) in document["channels"]!.AsObject())
        {
            var parameters = Parameter().Matches(channel!["address"]!.GetValue<string>()).Select(match => match.Groups[1].Value);
            channel["parameters"]!.AsObject().Select(parameter => parameter.Key).ShouldBe(parameters, name);
            channel["messages"]!.AsObject().Count.ShouldBeGreaterThan(0, name);
        }

        foreach (var (name, operation) in document["operations"]!.AsObject())
        {
            operation!["action"]!.GetValue<string>().ShouldBeOneOf("send", "receive");
            operation["channel"]!["$ref"]!.GetValue<string>().ShouldStartWith("#/channels/", Case.Sensitive, name);
        }
    }

    [Fact]
    public void Every_contract_and_every_field_is_described()
    {
        var components = Document["components"]!;

        components["messages"]!.AsObject().Select(message => message.Key).ShouldBe([.. FactContract.Names, .. EventContract.Names.Except(["signal-answered"]), "partner-signal-issued", "partner-signal-updated", "partner-signal-withdrawn"]);
        components["messages"]!.AsObject().Where(message => string.IsNullOrEmpty(message.Value!["summary"]?.GetValue<string>())).Select(message => message.Key).ShouldBeEmpty();
        var fields = components["schemas"]!.AsObject().SelectMany(schema => schema.Value!["properties"]!.AsObject().Select(field => (Name: $"{schema.Key}.{field.Key}", Schema: field.Value!)));
        fields.Where(field => string.IsNullOrEmpty(field.Schema["description"]?.GetValue<string>())).Select(field => field.Name).ShouldBeEmpty();
        // A schema without a type says nothing: a converter of ours that the generator does not know.
        fields.Where(field => field.Schema["type"] is null && field.Schema["enum"] is null).Select(field => field.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_passed_the_gate_can_name_a_person() =>
        Document["components"]!["schemas"]!.AsObject().Where(schema => schema.Value!["properties"]!.AsObject().ContainsKey("insz") || schema.Value["properties"]!.AsObject().ContainsKey("person"))
            .Select(schema => schema.Key).ShouldBe(["signal"]);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(child => child.Value is not null).SelectMany(child => Nodes(child.Value!)).Prepend(parent),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Nodes(item!)).Prepend(items),
        _ => [node],
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
