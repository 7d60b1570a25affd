using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>What the hub publishes, as an AsyncAPI 3.0 document.</summary>
internal static class AsyncApiDocument
{
    private const string Batch = "application/cloudevents-batch+json";
    private const string Amqp = "0.3.0";
    private static readonly string[] Partner = ["partner-signal-issued", "partner-signal-updated", "partner-signal-withdrawn"];

    /// <summary>Agreed, and not sent before answers come back to the hub.</summary>
    private static readonly string[] NotSentYet = ["signal-answered"];

    public static JsonObject Build()
    {
        string[] events = [.. EventContract.Names.Except(NotSentYet)];
        var messages = new JsonObject();
        var schemas = new JsonObject();
        foreach (var name in FactContract.Names)
            Add(name, "^/sources/", TypeOf(name));
        foreach (var name in events)
            Add(name, "^/hub$", TypeOf(name));
        schemas["signal"] = ContractSchemas.Of(SignalJson.TypeInfo);
        foreach (var name in Partner)
            messages[name] = PartnerMessage(name);

        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["id"] = "urn:be:integrationhub",
            ["info"] = new JsonObject
            {
                ["title"] = "IntegrationHub",
                ["version"] = "1.0.0",
                ["description"] = "What the hub publishes. Facts and events are for services inside the trust boundary: citizens are random references there, and nothing identifies a person. A partner's queue is"
                    + " filled after the legal gate, with what the partner may see. Messages can come more than once: an event is known by its `id` and `source`. The order of messages is not promised. A contract"
                    + " grows by fields, and there will be other contracts: pass over what you do not know.",
            },
            ["servers"] = new JsonObject
            {
                ["hub"] = Server("hub-broker.example", "The RabbitMQ of the hub itself, inside the trust boundary (`bus` in hub.json)."),
                ["partner"] = Server("partner-broker.example", "The RabbitMQ that a partner reads (option `uri` of the destination `queue`)."),
            },
            ["channels"] = new JsonObject
            {
                ["facts"] = Topic("integrationhub.facts", "What sources know, by contract and source, as soon as it is stored.", "source", "Id of the source in hub.json.", ["ocmw-gent"], FactContract.Names),
                ["events"] = Topic(
                    "integrationhub.events", "What the hub made of it: moments and signals, by contract and kind of moment.", "code", "The kind of moment.", ["ontslag", "ziekenhuisontslag"], events),
                ["partnerQueue"] = Queue(),
            },
            ["operations"] = new JsonObject
            {
                ["publishFacts"] = Send("facts", "Publishes facts, at most 250 of one source and one contract in a message.", isMandatory: true),
                ["publishEvents"] = Send("events", "Publishes what happened in one transaction, of one contract and one kind of moment.", isMandatory: false),
                ["deliverSignals"] = Send("partnerQueue", "Puts each signal for a partner into its queue.", isMandatory: true),
            },
            ["components"] = new JsonObject { ["messages"] = messages, ["schemas"] = schemas },
        };

        void Add(string name, string source, Type type)
        {
            schemas[name] = ContractSchemas.Of(ContractsJson.Default.GetTypeInfo(type)!);
            var envelope = CloudEvents.Envelope([FactContract.EventTypeOf(name)], source, "The citizen it is about.", $"#/components/schemas/{name}", hasTime: false);
            messages[name] = Message(FactContract.EventTypeOf(name), ContractSchemas.SummaryOf(type)!, Batch, new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = envelope });
        }
    }

    private static Type TypeOf(string name) =>
        typeof(Fact).Assembly.GetExportedTypes().Single(type => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name) == name);

    private static JsonObject PartnerMessage(string name) => Message(
        FactContract.EventTypeOf(name),
        name switch
        {
            "partner-signal-issued" => "A new signal for a case worker.",
            "partner-signal-updated" => "A signal that was issued before says something else by now: put this in its place.",
            _ => "A signal that was issued before lost its ground: take it back.",
        },
        "application/cloudevents+json",
        CloudEvents.Envelope([FactContract.EventTypeOf(name)], "^/hub$", "The signal: the same when it is updated or withdrawn.", "#/components/schemas/signal", hasTime: true));

    private static JsonObject Message(string name, string summary, string contentType, JsonObject payload) =>
        new() { ["name"] = name, ["summary"] = summary, ["contentType"] = contentType, ["payload"] = payload };

    private static JsonObject Server(string host, string description) => new() { ["host"] = host, ["protocol"] = "amqps", ["protocolVersion"] = "0.9.1", ["description"] = description };

    private static JsonObject Topic(string exchange, string description, string second, string secondIs, string[] examples, IReadOnlyList<string> contracts) => new()
    {
        ["address"] = $"{{contract}}.{{{second}}}",
        ["description"] = $"{description} Bind a queue of your own to the topic exchange `{exchange}` with such a routing key; `*` stands for any word and `#` for all.",
        ["servers"] = new JsonArray(Reference("#/servers/hub")),
        ["parameters"] = new JsonObject
        {
            ["contract"] = new JsonObject { ["description"] = "Wire name of the contract.", ["enum"] = Names(contracts) },
            [second] = new JsonObject { ["description"] = secondIs, ["examples"] = Names(examples) },
        },
        ["messages"] = Messages(contracts),
        ["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject
            {
                ["is"] = "routingKey",
                ["exchange"] = new JsonObject { ["name"] = exchange, ["type"] = "topic", ["durable"] = true, ["autoDelete"] = false },
                ["bindingVersion"] = Amqp,
            },
        },
    };

    private static JsonObject Queue() => new()
    {
        ["address"] = "{queue}",
        ["description"] = "A partner's own queue, filled after the legal gate. The message's `message-id` is the `id` of the event.",
        ["servers"] = new JsonArray(Reference("#/servers/partner")),
        ["parameters"] = new JsonObject { ["queue"] = new JsonObject { ["description"] = "Option `queue` of the destination.", ["examples"] = Names(["integrationhub.signals"]) } },
        ["messages"] = Messages(Partner),
        ["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject { ["is"] = "queue", ["queue"] = new JsonObject { ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false }, ["bindingVersion"] = Amqp },
        },
    };

    private static JsonObject Send(string channel, string summary, bool isMandatory) => new()
    {
        ["action"] = "send",
        ["channel"] = Reference($"#/channels/{channel}"),
        ["summary"] = summary,
        ["bindings"] = new JsonObject { ["amqp"] = new JsonObject { ["deliveryMode"] = 2, ["mandatory"] = isMandatory, ["bindingVersion"] = Amqp } },
    };

    private static JsonObject Messages(IEnumerable<string> names) => new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Reference($"#/components/messages/{name}"))));

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
