using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads one rule strictly, and reports every mistake at once.</summary>
internal static class RuleReader
{
    /// <summary>What a rule may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. RuleKeys.Rule.Select(key => key.Name)];

    /// <summary>The priorities as a rule writes them.</summary>
    public static IReadOnlyList<string> Priorities { get; } = [.. Enum.GetNames<Priority>().Select(name => name.ToLowerInvariant())];

    /// <summary>The roles as a rule writes them.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. Enum.GetNames<PartnerRole>().Select(name => name.ToLowerInvariant())];

    /// <summary>The rule; whether it is right is for <paramref name="mistakes"/> to say.</summary>
    /// <param name="fileName">Its name, which is its id and <c>.yaml</c>.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="mistakes">Where mistakes are told.</param>
    /// <param name="rights">The ids of the rights that it may name; null where they are not known.</param>
    public static Rule? Read(string fileName, string text, Mistakes mistakes, IReadOnlyCollection<string>? rights)
    {
        const string Expected = "id, title, text, when and recipients";
        if (YamlText.Root(text, mistakes, Expected, "copy a rule that comes near, and change it") is not { } place || YamlMap.Filled(place, Expected, Keys, "id", "title", "text", "when", "recipients") is not { } map)
            return null;
        var id = Id(map, fileName, "einde-contract");
        var when = map.Need("when", "the fact that makes the moment: { fact: ... }") is { } trigger ? TriggerReader.Read(trigger) : null;
        var anchor = when?.Contract;
        return new Rule
        {
            Id = id,
            Moment = Kebab(map, "moment") ?? id,
            Priority = Enum.Parse<Priority>(map.OneOf("priority", Priorities, "normal"), ignoreCase: true),
            Title = Languages.Read(map, "title", "what happened, in a few plain words: { nl: ..., en: ... }"),
            Text = Languages.Read(map, "text", "what it is about and what the case worker can do, in plain words: { nl: ..., en: ... }"),
            When = when ?? new Trigger { Contract = "" },
            And = FactConditionReader.List(map, "and", FactConditionReader.Keys, anchor),
            Unless = FactConditionReader.List(map, "unless", FactConditionReader.Keys, anchor),
            Wait = PeriodReader.Read(map, "wait"),
            Who = map.Get("who") is { } who ? PersonConditionReader.Read(who) : PersonCondition.Anyone,
            Recipients = Recipients(map),
            Expires = PeriodReader.Read(map, "expires", least: 1) ?? Rule.UsualExpiry,
            StaleAfter = PeriodReader.Read(map, "staleAfter", least: 1) ?? Rule.UsualStaleness,
            SameWithin = PeriodReader.Read(map, "sameWithin") ?? Rule.UsualSame,
            Rights = Rights(map, rights),
            File = fileName,
        };
    }

    /// <summary>The id, which is the name of the file.</summary>
    /// <param name="map">Where it stands.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="example">An id as they are, where the name of the file is none.</param>
    public static string Id(YamlMap map, string fileName, string example)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        map.Need("id", $"{KebabCase.Form}, such as {(KebabCase.IsId(name) ? name : example)}");
        if (Kebab(map, "id") is not { } id)
            return name;
        if (id != name)
            map.Get("id")!.Value.Report($"'{name}', the name of the file without .yaml", "make the two the same: the name of the file keeps ids unique");
        return id;
    }

    private static string? Kebab(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (KebabCase.IsId(text))
            return text;
        map.Get(key)!.Value.Report(KebabCase.Form, "write it so");
        return null;
    }

    private static List<PartnerRole> Recipients(YamlMap map)
    {
        var expected = $"who may be of help: one or more of {string.Join(", ", Roles)}";
        if (map.Need("recipients", expected) is not { } place)
            return [];
        var roles = Words.Read(place, expected, Roles);
        return [.. roles.Select(role => Enum.Parse<PartnerRole>(role, ignoreCase: true))];
    }

    private static IReadOnlyList<string> Rights(YamlMap map, IReadOnlyCollection<string>? known) =>
        map.Get("rights") is { } place ? Words.Read(place, "ids of rights (rights/*.yaml)", known) : [];
}
