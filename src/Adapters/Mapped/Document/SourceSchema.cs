using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Mapped.Csv;
using static IntegrationHub.Yaml.JsonSchema;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>The JSON Schema of a <c>source.yaml</c>, for the completion of editors. Made from the keys that the readers know and the contracts.</summary>
internal static class SourceSchema
{
    /// <summary>The schema as text.</summary>
    public static string Write() => TextOf(new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "IntegrationHub source.yaml",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = Names(["source", "read", "records"]),
        ["properties"] = new JsonObject
        {
            ["source"] = Const("The version of this format.", 1),
            ["parameters"] = new JsonObject { ["description"] = "Options of the source in hub.json, used as ${name}.", ["type"] = "object", ["additionalProperties"] = Closed(Parameters.Keys) },
            ["read"] = Read(),
            ["records"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Record() },
        },
        ["definitions"] = new JsonObject
        {
            ["value"] = new JsonObject { ["anyOf"] = new JsonArray(Type("string", "A column or path."), Strings("Several columns."), Value()) },
            ["condition"] = new JsonObject { ["anyOf"] = new JsonArray(Tests(), new JsonObject { ["type"] = "array", ["items"] = Tests() }) },
        },
    });

    private static JsonObject Read() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["properties"] = new JsonObject
        {
            ["folder"] = Closed(ReadSectionReader.FolderKeys, ["path"]),
            ["http"] = With(
                Closed(ReadSectionReader.HttpKeys, ["url"]),
                ("auth", Closed(ReadSectionReader.AuthKeys)),
                ("since", Closed(ReadSectionReader.SinceKeys, ["parameter", "from"])),
                ("paging", With(Closed(ReadSectionReader.PagingKeys), ("size", Closed(ReadSectionReader.SizeKeys, ["parameter"]))))),
            ["sql"] = With(Closed(ReadSectionReader.SqlKeys, ["database", "connection", "query"]), ("database", Enum(SqlSection.Databases))),
        },
    };

    private static JsonObject Record() => With(
        Closed(RecordSectionReader.Keys, ["kind", "id", "facts"]),
        ("format", Enum(RecordSectionReader.Formats.Keys)),
        ("encoding", Type("string", string.Join(", ", CsvEncoding.OptionValues))),
        ("separator", Type("string", string.Join(" ", Separator.OptionValues))),
        ("outside", Map(Type("string", "The path of the value."))),
        ("id", OneOrMore("The columns that identify a record.")),
        ("idIsPersonal", new JsonObject { ["type"] = "boolean" }),
        ("where", Reference("condition")),
        ("optional", OneOrMore("Columns that a file may lack.")),
        ("order", new JsonObject { ["type"] = "array", ["items"] = Strings("Columns whose dates may not go back in time.") }),
        ("person", With(Closed(RecordSectionReader.PersonKeys), [.. RecordSectionReader.PersonKeys.Select(key => (key, Reference("value")))])),
        ("facts", new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. ContractShape.Names.Select(name => Fact(ContractShape.Named(name)!))]) } }));

    private static JsonObject Fact(ContractShape contract)
    {
        var required = contract.Fields.Where(field => field.IsRequired).Select(field => field.Name).ToList();
        var fields = With(Closed([.. contract.Fields.Select(field => field.Name)], required), [.. contract.Fields.Select(field => (field.Name, Field(field)))]);
        return With(
            Closed(FactReader.Keys, required.Count > 0 ? ["contract", "occurredAt", "fields"] : ["contract", "occurredAt"]),
            ("contract", new JsonObject { ["const"] = contract.Name }),
            ("when", Reference("condition")),
            ("occurredAt", Reference("value")),
            ("fields", fields));
    }

    private static JsonObject Field(FieldShape field) => field.Type switch
    {
        FieldType.Attributes => Map(Reference("value")),
        FieldType.Members => Closed(FactReader.MemberKeys, ["each", "insz"]),
        _ => new JsonObject { ["description"] = field.Expected, ["allOf"] = new JsonArray(Reference("value")) },
    };

    private static JsonObject Value() => With(
        Closed(ValueReader.Keys),
        ("from", OneOrMore("A column, or several that are joined.")),
        ("date", OneOrMore("Ways of writing a date, such as dd/MM/yyyy.")),
        ("codes", Map(new JsonObject { ["type"] = Names(["string", "number", "boolean"]) })),
        ("otherwise", new JsonObject { ["anyOf"] = new JsonArray(Enum(["reject", "omit"]), Closed(["value"], ["value"])) }),
        ("required", new JsonObject { ["type"] = "boolean" }));

    private static JsonObject Tests() => Map(new JsonObject { ["description"] = "filled, empty, a value, a list of values, or { not: ... }" });
}
