using System.Text.Json.Nodes;
using IntegrationHub.Core.Rules.Fields;
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

        (File.ReadAllText(Path.Combine(Repository.Root, "deploy/rules", RuleSchema.FileName)) == RuleSchema.Write()).ShouldBeTrue($"after an intended change copy {made} to deploy/rules/{RuleSchema.FileName}");
    }

    [Fact]
    public void Knows_every_key_and_every_contract_with_its_fields()
    {
        var schema = JsonNode.Parse(RuleSchema.Write())!;

        Keys(schema["properties"]).ShouldBe(RuleReader.Keys);
        Keys(schema["definitions"]!["trigger"]!["properties"]).ShouldBe(TriggerReader.Keys);
        Keys(schema["definitions"]!["condition"]!["properties"]).ShouldBe(FactConditionReader.Keys);
        foreach (var contract in FactFields.Contracts)
            Keys(schema["definitions"]![contract]!["properties"]).ShouldBe(FactFields.Of(contract).Values.Where(field => field.Kind != FieldKind.Attributes).Select(field => field.Name));
    }

    private static IEnumerable<string> Keys(JsonNode? map) => map!.AsObject().Select(key => key.Key);
}
