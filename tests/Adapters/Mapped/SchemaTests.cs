using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Mapped.Document;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void The_schema_beside_the_plugin_is_the_one_that_the_code_and_the_contracts_give()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "source.schema.made.json");
        File.WriteAllText(made, SourceSchema.Write());

        (File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "source.schema.json")) == SourceSchema.Write()).ShouldBeTrue($"after an intended change copy {made} to src/Adapters/Mapped/source.schema.json");
    }

    [Fact]
    public void It_knows_every_contract_with_its_fields()
    {
        var facts = JsonNode.Parse(SourceSchema.Write())!["properties"]!["records"]!["items"]!["properties"]!["facts"]!["items"]!["anyOf"]!.AsArray();

        facts.Select(fact => fact!["properties"]!["contract"]!["const"]!.GetValue<string>()).ShouldBe(ContractShape.Names);
        foreach (var fact in facts)
        {
            var contract = ContractShape.Named(fact!["properties"]!["contract"]!["const"]!.GetValue<string>())!;
            fact["properties"]!["fields"]!["properties"]!.AsObject().Select(property => property.Key).ShouldBe(contract.Fields.Select(field => field.Name));
        }
    }
}
