using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Architecture.Tests.AsyncApi;

/// <summary>What is written, as JSON Schema with the docstrings as descriptions. A schema is open: a contract grows by fields.</summary>
internal static class ContractSchemas
{
    private static readonly Documentation Documentation = new(typeof(Fact).Assembly, typeof(SignalReady).Assembly);

    private static readonly Dictionary<Type, (string? Format, string? Pattern)> Texts = new()
    {
        [typeof(CitizenRef)] = ("uuid", null),
        [typeof(NisCode)] = (null, "^[1-9][0-9]{4}$"),
        [typeof(KboNumber)] = (null, "^[01][0-9]{9}$"),
        [typeof(Insz)] = (null, "^[0-9]{11}$"),
    };

    private static readonly JsonSchemaExporterOptions Options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    public static JsonObject Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(Options).AsObject();

    public static string? SummaryOf(Type type) => Documentation.Of(type);

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var described = Texts.TryGetValue(type, out var text) ? Text(text.Format, text.Pattern) : schema as JsonObject ?? [];
        LeaveOutNull(described);
        if (type.IsEnum)
            described["type"] = "string";
        if (described["properties"] is JsonObject && Always(context.TypeInfo) is { Length: > 0 } always)
            described["required"] = new JsonArray([.. always.Select(name => JsonValue.Create(name))]);
        var words = context.PropertyInfo is { AttributeProvider: MemberInfo member } ? Documentation.Of(member) : Documentation.Of(type);
        if (words is not null)
        {
            described.Remove("description");
            described.Insert(0, "description", words);
        }

        return described;
    }

    private static JsonObject Text(string? format, string? pattern)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (format is not null)
            text["format"] = format;
        if (pattern is not null)
            text["pattern"] = pattern;
        return text;
    }

    /// <summary>What is null is not written.</summary>
    private static void LeaveOutNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray types)
            schema["type"] = types.Select(type => type!.GetValue<string>()).Single(type => type != "null");
        if (schema["enum"] is JsonArray values && values.Any(value => value is null))
            schema["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
    }

    /// <summary>Of a contract, whatever cannot be null; of a signal, which leaves out what is empty too, what every signal has.</summary>
    private static string[] Always(JsonTypeInfo type) =>
        [.. type.Properties.Where(property => property.IsRequired || (type.Type.Assembly == typeof(Fact).Assembly && !property.IsGetNullable && !IsNullable(property.PropertyType))).Select(property => property.Name)];

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;
}
