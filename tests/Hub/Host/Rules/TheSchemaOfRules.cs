using System.Text.Json.Nodes;
using IntegrationHub.Host.Rules;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules;

public sealed class TheSchemaOfRules
{
    [Fact]
    public void Is_the_one_that_the_code_and_the_contracts_give()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "rule.schema.made.json");
        File.WriteAllText(made, RuleSchema.Write());

        File.ReadAllText(Path.Combine(Repository.Root, "deploy/rules", RuleSchema.FileName)).ShouldBe(RuleSchema.Write(), $"after an intended change copy {made} to deploy/rules/{RuleSchema.FileName}");
    }

    [Fact]
    public void Knows_every_key_and_every_contract_with_its_fields()
    {
        var schema = JsonNode.Parse(RuleSchema.Write())!;

        Keys(schema["properties"]).ShouldBe(RuleReader.Keys);
        Keys(schema["definitions"]!["trigger"]!["properties"]).ShouldBe(TriggerReader.Keys);
        Keys(schema["definitions"]!["condition"]!["properties"]).ShouldBe(FactConditionReader.Keys);
        foreach (var shape in FactShape.All)
            Keys(schema["definitions"]![shape.Contract]!["properties"]).ShouldBe(shape.Fields.Where(field => field.Kind != FactFieldKind.Attributes).Select(field => field.Name));
    }

    private static IEnumerable<string> Keys(JsonNode? map) => map!.AsObject().Select(key => key.Key);
}
