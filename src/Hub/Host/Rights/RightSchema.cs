using System.Text.Json.Nodes;
using IntegrationHub.Host.Rules;
using static IntegrationHub.Host.Rules.RuleSchema;
using static IntegrationHub.Yaml.JsonSchema;

namespace IntegrationHub.Host.Rights;

/// <summary>The JSON Schema of a right, for the completion of editors. What it shares with a rule is made by <see cref="RuleSchema"/>.</summary>
internal static class RightSchema
{
    /// <summary>Its name beside the rights.</summary>
    public const string FileName = "right.schema.json";

    /// <summary>The schema as text.</summary>
    public static string Write() => TextOf(With(
        Root("IntegrationHub right", RightKeys.Right, Definitions(("condition", [.. RuleKeys.Condition.Where(key => FactConditionReader.KeysWithoutAnchor.Contains(key.Name))]))),
        ("id", Described("id", RightKeys.Right, Pattern("^[a-z][a-z0-9-]*$"))),
        ("name", Described("name", RightKeys.Right, Texts())),
        ("authority", Described("authority", RightKeys.Right, Text())),
        ("when", Described("when", RightKeys.Right, List(Reference("condition")))),
        ("unless", Described("unless", RightKeys.Right, List(Reference("condition")))),
        ("who", Described("who", RightKeys.Right, Person())),
        ("link", Described("link", RightKeys.Right, Pattern("^https://"))),
        ("ipdc", Described("ipdc", RightKeys.Right, Pattern("^[0-9]+$"))),
        ("grant", Described("grant", RightKeys.Right, Enum(RightReader.Grants))),
        ("follows", Described("follows", RightKeys.Right, OneOrList(Text()))),
        ("steps", Described("steps", RightKeys.Right, Steps())),
        ("amounts", Described("amounts", RightKeys.Right, OneOrList(Amount())))));

    private static JsonObject Steps()
    {
        var step = Text();
        step["maxLength"] = StepsReader.MaxLength;
        return With(Closed(Languages.All, Languages.All), [.. Languages.All.Select(language => (language, Several(step)))]);
    }

    private static JsonObject Several(JsonObject step)
    {
        var list = List((JsonObject)step.DeepClone());
        list["maxItems"] = StepsReader.MaxSteps;
        return list;
    }

    private static JsonObject Amount() => With(
        KeysOf(RightKeys.Amount),
        ("name", Described("name", RightKeys.Amount, Pattern("^[a-z][a-z0-9-]*$"))),
        ("euro", Described("euro", RightKeys.Amount, new JsonObject { ["type"] = "number", ["minimum"] = 0 })),
        ("per", Described("per", RightKeys.Amount, Enum(RightAmountReader.Per))),
        ("source", Described("source", RightKeys.Amount, Pattern("^https://"))));
}
