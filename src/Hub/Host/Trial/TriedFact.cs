using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Checking.TestCases;

namespace IntegrationHub.Host.Trial;

/// <summary>One contract that a record became, for the screen of the person whose data it is.</summary>
/// <param name="Contract">Its wire name.</param>
/// <param name="Key">Which fact of the record.</param>
/// <param name="Citizen">Who it is about; the hub swaps this for a random reference.</param>
/// <param name="Others">The other people it names.</param>
/// <param name="Fields">What crosses the bus, without what the intake fills in.</param>
/// <param name="Person">What goes to the encrypted column.</param>
internal sealed record TriedFact(
    string Contract, string Key, string Citizen, IReadOnlyList<string> Others, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Person)
{
    /// <summary>References that the intake fills in; <see cref="Others"/> tells who they are.</summary>
    private const string Members = "members";

    public static TriedFact Of(NormalisedFact fact) => new(
        FactContract.NameOf(fact.Fact.GetType()), fact.Key, fact.Citizen.Digits, [.. fact.Others.Select(other => other.Digits)], FieldsOf(fact.Fact), PersonOf(fact.Person));

    public override string ToString() => $"TriedFact({Contract})";

    private static Dictionary<string, string> FieldsOf(Fact fact)
    {
        var json = JsonNode.Parse(FactContract.Serialize(fact))!.AsObject();
        return json.Where(field => field.Value is not null && !IntakeFields.Names.Contains(field.Key) && field.Key != Members).ToDictionary(field => field.Key, field => Text(field.Value!));
    }

    private static Dictionary<string, string> PersonOf(PersonDetails? person) =>
        person is null ? [] : JsonSerializer.SerializeToNode(person, JsonSerializerOptions.Web)!.AsObject().Where(field => field.Value is not null).ToDictionary(field => field.Key, field => Text(field.Value!));

    private static string Text(JsonNode value) => value switch
    {
        JsonValue => value.ToString(),
        JsonArray list => string.Join(", ", list.Select(item => item?.ToString())),
        JsonObject pairs => string.Join(", ", pairs.Select(pair => $"{pair.Key}: {pair.Value}")),
        _ => "",
    };
}
