using System.Globalization;
using IntegrationHub.Core.Rights;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rules;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rights;

/// <summary>Reads <c>amounts</c>: each with the days on which it holds and where it was read.</summary>
internal static class RightAmountReader
{
    /// <summary>What one may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["name", "euro", "per", "from", "until", "source"];

    /// <summary>Over what it is counted.</summary>
    public static IReadOnlyList<string> Per { get; } = ["month", "year", "once"];

    public static IReadOnlyList<RightAmount> Read(YamlMap map) =>
        map.Get("amounts") is { } place ? [.. Words.Elements(place, "a list of amounts, each as - name: ...").Select(Amount).OfType<RightAmount>()] : [];

    private static RightAmount? Amount(YamlPlace place)
    {
        if (YamlMap.Filled(place, "name, euro, per, from and source", Keys, "name", "euro", "per", "from", "source") is not { } map)
            return null;
        var name = map.NeedText("name", "what it is: " + KebabCase.Form);
        if (name is not null && !KebabCase.IsId(name))
            map.Get("name")!.Value.Report(KebabCase.Form, "write it so");
        map.Need("per", "one of " + string.Join(", ", Per));
        var euro = Euro(map);
        var from = map.Need("from", "its first day, as 2026-12-31") is { } first ? Day(first) : null;
        var until = map.Get("until") is { } last ? Day(last) : null;
        if (until < from)
            map.Get("until")!.Value.Report("no day before 'from'", "correct the one or the other");
        var source = map.Need("source", "where it was read: https://...") is { } link ? RightLink.Read(link) : RightLink.None;
        return new RightAmount(name ?? "", euro, map.OneOf("per", Per, Per[0]), from ?? default, until, source);
    }

    private static decimal Euro(YamlMap map)
    {
        const string Expected = "an amount in euro, as 1234.56";
        if (map.Need("euro", Expected) is not { } place || place.Text(Expected) is not { } text)
            return 0;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euro))
            return euro;
        place.Report(Expected, "write it so");
        return 0;
    }

    private static DateOnly? Day(YamlPlace place)
    {
        const string Expected = "a date as 2026-12-31";
        if (place.Text(Expected) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        place.Report(Expected, "correct it");
        return null;
    }
}
