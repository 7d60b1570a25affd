using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>What a normaliser made, as text to hold against what was expected: test cases hold invented people only.</summary>
internal static class CanonicalFacts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static JsonArray Of(IEnumerable<(SourceRecord Record, Normalised Result)> results) =>
        new([.. results.SelectMany(one => one.Result.Facts.Select(fact => Fact(one.Record, fact)))]);

    public static string Text(JsonNode node) => node.ToJsonString(Json) + "\n";

    /// <summary>One line a rejection, in the order of the records.</summary>
    public static string Rejections(IEnumerable<(SourceRecord Record, Normalised Result)> results) =>
        string.Concat(results.SelectMany(one => one.Result.Rejections).Select(rejection => rejection + "\n"));

    /// <summary>Everything of one result: the same text means the same result.</summary>
    public static string Everything(SourceRecord record, Normalised result) => Text(Of([(record, result)])) + Rejections([(record, result)]);

    private static JsonObject Fact(SourceRecord record, NormalisedFact fact)
    {
        var content = JsonNode.Parse(FactContract.Serialize(fact.Fact))!.AsObject();
        foreach (var name in IntakeFields.Names)
            content.Remove(name);
        var json = new JsonObject
        {
            ["record"] = record.Id,
            ["contract"] = FactContract.NameOf(fact.Fact.GetType()),
            ["key"] = fact.Key,
            ["citizen"] = fact.Citizen.Digits,
            ["fact"] = content,
        };
        if (fact.Others.Count > 0)
            json["others"] = new JsonArray([.. fact.Others.Select(other => JsonValue.Create(other.Digits))]);
        if (fact.Person is { } person)
            json["person"] = JsonSerializer.SerializeToNode(person, Json);
        return json;
    }
}
