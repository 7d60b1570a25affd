using System.Text.Json;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Rules;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rights;

/// <summary>Reads one right strictly, and reports every mistake at once.</summary>
internal static class RightReader
{
    /// <summary>What a right may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["id", "name", "authority", "when", "unless", "who", "link", "ipdc", "grant", "follows", "steps", "amounts"];

    /// <summary>How far it can be granted, as a right writes it.</summary>
    public static IReadOnlyList<string> Grants { get; } = [.. Enum.GetValues<RightGrant>().Select(Word)];

    /// <summary>The right; whether it is right is for <paramref name="mistakes"/> to say.</summary>
    /// <param name="fileName">Its name, which is its id and <c>.yaml</c>.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="mistakes">Where mistakes are told.</param>
    /// <param name="others">The ids of all rights, which it may follow.</param>
    public static Right? Read(string fileName, string text, Mistakes mistakes, IReadOnlyCollection<string> others)
    {
        const string Expected = "id, name, authority, link, grant and steps";
        if (YamlText.Root(text, mistakes, Expected, "copy a right that comes near, and change it") is not { } place
            || YamlMap.Filled(place, Expected, Keys, "id", "name", "authority", "link", "grant", "steps") is not { } map)
            return null;
        var id = RuleReader.Id(map, fileName, "huurpremie");
        var grant = Grant(map);
        return new Right
        {
            Id = id,
            Name = Languages.Read(map, "name", "its name: { nl: ..., en: ... }"),
            Authority = map.NeedText("authority", "who grants it")?.Trim() ?? "",
            When = FactConditionReader.List(map, "when", FactConditionReader.KeysWithoutAnchor),
            Unless = FactConditionReader.List(map, "unless", FactConditionReader.KeysWithoutAnchor),
            Who = map.Get("who") is { } who ? PersonConditionReader.Read(who) : PersonCondition.Anyone,
            Link = map.Need("link", RightLink.Expected) is { } link ? RightLink.Read(link) : RightLink.None,
            IpdcProduct = Ipdc(map),
            Grant = grant,
            Follows = Follows(map, grant, id, others),
            Steps = StepsReader.Read(map),
            Amounts = RightAmountReader.Read(map),
        };
    }

    private static RightGrant Grant(YamlMap map)
    {
        map.Need("grant", "how far it can be granted: one of " + string.Join(", ", Grants));
        var word = map.OneOf("grant", Grants, Grants[^1]);
        return Enum.GetValues<RightGrant>().First(grant => Word(grant) == word);
    }

    private static IReadOnlyList<string> Follows(YamlMap map, RightGrant grant, string id, IReadOnlyCollection<string> others)
    {
        if (map.Get("follows") is { } place)
            return Words.Read(place, "ids of other rights (rights/*.yaml)", [.. others.Where(other => other != id)]);
        if (grant == RightGrant.Follows && map.Has("grant"))
            map.Get("grant")!.Value.Report("'follows', the rights that it follows from, beside 'grant: follows'", "add 'follows'", "none");
        return [];
    }

    private static string? Ipdc(YamlMap map)
    {
        const string Expected = "the product number in the IPDC: digits";
        if (map.Text("ipdc", Expected) is not { } number)
            return null;
        if (number.All(char.IsAsciiDigit))
            return number;
        map.Get("ipdc")!.Value.Report(Expected, "correct it, or remove 'ipdc'");
        return null;
    }

    private static string Word(RightGrant grant) => JsonNamingPolicy.KebabCaseLower.ConvertName(grant.ToString());
}
