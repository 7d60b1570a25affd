using IntegrationHub.Core.Rules;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a span of time: <c>14 days</c>.</summary>
internal static class PeriodReader
{
    /// <summary>The period; null when there is none, or it is none and was reported.</summary>
    public static Period? Read(YamlMap map, string key, int least = 0)
    {
        var expected = $"a number and hours, days, weeks, months or years, such as '14 days', at most {Period.MostYears} years";
        if (map.Get(key) is not { } place || place.Text(expected) is not { } text)
            return null;
        if (!Period.TryParse(text, out var period))
            place.Report(expected, "write it so");
        else if (period.Count < least)
            place.Report("a period longer than nothing", $"write a longer one, or remove '{key}'");
        else
            return period;
        return null;
    }
}
