using System.Text.Json.Nodes;
using IntegrationHub.Core.Rules.Fields;
using static IntegrationHub.Yaml.JsonSchema;

namespace IntegrationHub.Host.Rules;

/// <summary>The JSON Schema of a rule, for the completion of editors. Made from the keys that the readers know and the contracts.</summary>
internal static class RuleSchema
{
    /// <summary>Its name beside the rules.</summary>
    public const string FileName = "rule.schema.json";

    /// <summary>The schema as text.</summary>
    public static string Write() => TextOf(With(
        Root("IntegrationHub rule", RuleKeys.Rule, Definitions(("trigger", RuleKeys.Trigger), ("condition", RuleKeys.Condition))),
        ("id", Described("id", RuleKeys.Rule, Pattern("^[a-z][a-z0-9-]*$"))),
        ("moment", Described("moment", RuleKeys.Rule, Pattern("^[a-z][a-z0-9-]*$"))),
        ("priority", Described("priority", RuleKeys.Rule, Enum(RuleReader.Priorities))),
        ("title", Described("title", RuleKeys.Rule, Texts())),
        ("text", Described("text", RuleKeys.Rule, Texts())),
        ("when", Described("when", RuleKeys.Rule, Reference("trigger"))),
        ("and", Described("and", RuleKeys.Rule, List(Reference("condition")))),
        ("unless", Described("unless", RuleKeys.Rule, List(Reference("condition")))),
        ("wait", Described("wait", RuleKeys.Rule, Reference("period"))),
        ("who", Described("who", RuleKeys.Rule, Person())),
        ("recipients", Described("recipients", RuleKeys.Rule, OneOrList(Enum(RuleReader.Roles)))),
        ("expires", Described("expires", RuleKeys.Rule, Reference("period"))),
        ("staleAfter", Described("staleAfter", RuleKeys.Rule, Reference("period"))),
        ("sameWithin", Described("sameWithin", RuleKeys.Rule, Reference("period"))),
        ("rights", Described("rights", RuleKeys.Rule, OneOrList(Text())))));

    /// <summary>A schema of a file with these keys, and nothing told yet of what is behind them.</summary>
    public static JsonObject Root(string title, IReadOnlyList<RuleKey> keys, IEnumerable<KeyValuePair<string, JsonNode?>> definitions) => new()
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = title,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Required(keys),
        ["properties"] = Properties(keys),
        ["definitions"] = new JsonObject(definitions),
    };

    /// <summary>What facts and people are told by.</summary>
    /// <param name="facts">The ways to name a fact, each with its keys.</param>
    public static IEnumerable<KeyValuePair<string, JsonNode?>> Definitions(params IEnumerable<(string Name, IReadOnlyList<RuleKey> Keys)> facts) =>
    [
        new("period", Pattern("^[0-9]+ +(hour|day|week|month|year)s?$")),
        new("yesNo", new JsonObject { ["enum"] = new JsonArray("yes", "no", true, false) }),
        new("value", new JsonObject { ["type"] = Names(["string", "number", "boolean"]) }),
        new("test", new JsonObject { ["anyOf"] = new JsonArray(OneOrList(Reference("value")), Test()) }),
        .. facts.Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Name, FactOf(fact.Keys))),
        .. FactFields.Contracts.Select(contract => KeyValuePair.Create<string, JsonNode?>(contract, Where(contract))),
    ];

    private static JsonObject FactOf(IReadOnlyList<RuleKey> keys)
    {
        var schema = KeysOf(keys);
        foreach (var (key, part) in ((string Key, JsonObject Part)[])
        [
            ("fact", Enum(FactFields.Contracts)), ("of", Enum(FactConditionReader.Whose)), ("where", new JsonObject { ["type"] = "object" }), ("only", Enum(TriggerReader.Which)), ("at", Text()),
            ("plus", Reference("period")), ("count", new JsonObject { ["type"] = "integer", ["minimum"] = 2 }), ("within", Reference("period")),
            ("running", Reference("yesNo")), ("before", Reference("period")), ("after", Reference("period")), ("same", OneOrList(Text())),
        ])
        {
            if (keys.Any(one => one.Name == key))
                schema["properties"]![key] = Described(key, keys, part);
        }

        schema["allOf"] = new JsonArray([.. FactFields.Contracts.Select(contract => (JsonNode)new JsonObject
        {
            ["if"] = new JsonObject { ["properties"] = new JsonObject { ["fact"] = new JsonObject { ["const"] = contract } } },
            ["then"] = new JsonObject { ["properties"] = new JsonObject { ["where"] = Reference(contract) } },
        })]);
        return schema;
    }

    private static JsonObject Where(string contract)
    {
        var where = new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = false, ["properties"] = new JsonObject() };
        foreach (var field in FactFields.Of(contract).Values)
        {
            var test = new JsonObject { ["description"] = FieldValue.Holds(field), ["allOf"] = new JsonArray(Reference("test")) };
            if (field.Kind == FieldKind.Attributes)
                where["patternProperties"] = new JsonObject { [$"^{field.Name}\\..+$"] = test };
            else
                where["properties"]![field.Name] = test;
        }

        return where;
    }

    private static JsonObject Test() => With(
        KeysOf(RuleKeys.Test),
        ("not", Described("not", RuleKeys.Test, OneOrList(Reference("value")))),
        ("known", Described("known", RuleKeys.Test, Reference("yesNo"))));

    /// <summary>Of <c>who</c>.</summary>
    public static JsonObject Person() => With(
        KeysOf(RuleKeys.Person),
        ("age", Described("age", RuleKeys.Person, With(Closed(PersonConditionReader.AgeKeys), [.. PersonConditionReader.AgeKeys.Select(key => (key, new JsonObject { ["type"] = "integer", ["minimum"] = 0 }))]))),
        ("livesAlone", Described("livesAlone", RuleKeys.Person, Reference("yesNo"))),
        ("minorChildren", Described("minorChildren", RuleKeys.Person, Reference("yesNo"))),
        ("municipality", Described("municipality", RuleKeys.Person, OneOrList(Reference("value")))),
        ("knownTo", Described("knownTo", RuleKeys.Person, With(Closed(RuleReader.Roles), [.. RuleReader.Roles.Select(role => (role, Reference("yesNo")))]))));

    /// <summary>A text in every language.</summary>
    public static JsonObject Texts() => With(Closed(Languages.All, Languages.All), [.. Languages.All.Select(language => (language, Text()))]);

    /// <summary>A map with these keys.</summary>
    public static JsonObject KeysOf(IReadOnlyList<RuleKey> keys)
    {
        var schema = Closed([], keys.Where(key => key.Otherwise is null).Select(key => key.Name));
        schema["properties"] = Properties(keys);
        return schema;
    }

    private static JsonObject Properties(IReadOnlyList<RuleKey> keys) =>
        new(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, Described(key.Name, keys, []))));

    private static JsonArray Required(IReadOnlyList<RuleKey> keys) => Names(keys.Where(key => key.Otherwise is null).Select(key => key.Name));

    /// <summary>What is behind a key, with what the key means. A description beside a $ref is not read in draft 07.</summary>
    public static JsonObject Described(string name, IReadOnlyList<RuleKey> keys, JsonObject part)
    {
        var key = keys.Single(one => one.Name == name);
        var schema = new JsonObject { ["description"] = key.Means.Replace("`", "", StringComparison.Ordinal) + (key.Otherwise is null or "none" ? "" : $" Otherwise: {key.Otherwise.Replace("`", "", StringComparison.Ordinal)}.") };
        if (part.Count > 0)
            schema["allOf"] = new JsonArray(part);
        return schema;
    }

    /// <summary>A text.</summary>
    public static JsonObject Text() => new() { ["type"] = "string" };

    /// <summary>A text of a form.</summary>
    public static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>A list that is not empty.</summary>
    public static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = item };

    /// <summary>One, or a list of them.</summary>
    public static JsonObject OneOrList(JsonObject item) => new() { ["anyOf"] = new JsonArray(item, List((JsonObject)item.DeepClone())) };
}
