using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace IntegrationHub.Plugins.Checking.Options;

/// <summary>Adds to one node of the schema what the exporter does not know: what the attributes say, and the default that the initialiser gives.</summary>
internal static class OptionNode
{
    public static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node, JsonSerializerOptions json)
    {
        var schema = node as JsonObject ?? [];
        // In hub.json one leaves an option out; nobody writes null.
        if (schema["type"] is JsonArray types && types.Select(type => (string?)type).Where(type => type != "null").ToList() is [var only])
            schema["type"] = only;
        if (schema["properties"] is not null)
        {
            schema["additionalProperties"] = false;
            if (Required(context.TypeInfo) is { Count: > 0 } required)
                schema["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]);
        }

        if (context.PropertyInfo is { AttributeProvider: MemberInfo member } property)
        {
            foreach (var attribute in member.GetCustomAttributes())
                Apply(attribute, schema);
            if (Default(property) is { } value && JsonSerializer.SerializeToNode(value, json) is JsonValue plain && value is not "")
                schema["default"] = plain;
        }

        return schema;
    }

    private static List<string> Required(JsonTypeInfo type) =>
        [.. type.Properties.Where(property => property.AttributeProvider is MemberInfo member && member.IsDefined(typeof(RequiredAttribute))).Select(property => property.Name)];

    private static void Apply(Attribute attribute, JsonObject schema)
    {
        switch (attribute)
        {
            case DescriptionAttribute description:
                schema["description"] = description.Description;
                break;
            case AllowedValuesAttribute allowed:
                schema["enum"] = new JsonArray([.. allowed.Values.Select(value => JsonSerializer.SerializeToNode(value))]);
                break;
            case RangeAttribute range when range.OperandType == typeof(int) || range.OperandType == typeof(double):
                (schema["minimum"], schema["maximum"]) = (JsonSerializer.SerializeToNode(range.Minimum), JsonSerializer.SerializeToNode(range.Maximum));
                break;
            case RegularExpressionAttribute pattern:
                schema["pattern"] = pattern.Pattern;
                break;
            case StringLengthAttribute length:
                schema["maxLength"] = length.MaximumLength;
                break;
            case MinLengthAttribute least:
                schema[(string?)schema["type"] == "array" ? "minItems" : "minLength"] = least.Length;
                break;
            case UrlAttribute:
                schema["format"] = "uri";
                break;
        }
    }

    private static object? Default(JsonPropertyInfo property)
    {
        var type = property.DeclaringType;
        if (property.Get is not { } get || type.IsAbstract || type.GetConstructor([]) is null || property.AttributeProvider is MemberInfo member && member.IsDefined(typeof(RequiredAttribute)))
            return null;
        return get(Activator.CreateInstance(type)!);
    }
}
