using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Storage.Detection;

/// <summary>What a moment keeps as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<ChosenPartner>))]
[JsonSerializable(typeof(IReadOnlyList<Ground>))]
internal sealed partial class MomentJson : JsonSerializerContext
{
    private const string None = "[]";

    public static string Write(IReadOnlyList<ChosenPartner> chosen) => chosen.Count == 0 ? None : JsonSerializer.Serialize(chosen, Default.IReadOnlyListChosenPartner);

    public static IReadOnlyList<ChosenPartner> ReadChosen(string json) => json == None ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListChosenPartner)!;

    public static string Write(IReadOnlyList<Ground> grounds) => grounds.Count == 0 ? None : JsonSerializer.Serialize(grounds, Default.IReadOnlyListGround);

    public static IReadOnlyList<Ground> ReadGrounds(string json) => json == None ? [] : JsonSerializer.Deserialize(json, Default.IReadOnlyListGround)!;
}
