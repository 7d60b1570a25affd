using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using IntegrationHub.Contracts;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>
/// A count of its own of who lost a job in the real replies of GeefWerkrelaties: from the XML with XPath, and from the text of the rule <c>ontslag</c> what it waits for, what it leaves out and when
/// it is too late. Nothing of the adapter or the rule engine is in it.
/// </summary>
internal static partial class OntslagByXPath
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "deploy", "rules");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "ontslag.yaml"));

    /// <summary>How many years late a moment may be, as the rule ships.</summary>
    public static int Years { get; } = StaleAfter().Match(Text) is { Success: true } stale ? int.Parse(stale.Groups["n"].Value, CultureInfo.InvariantCulture) : 1;

    /// <summary>Each moment: whose, and the last day in service.</summary>
    public static IReadOnlyList<string> Moments(string today, DateOnly knownOn, int staleYears)
    {
        var wait = Wait().Match(Text) is { Success: true } found ? int.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;
        var counted = new List<string>();
        foreach (var (insz, path) in RealJobs.Files())
        {
            var xml = RealJobs.Open(path);
            var job = $"//Contract[Relatie/Werknemer/INSZ='{insz}'][not(Aangifte/Geannuleerd='1')]{LeftOut()}/Aangifte/PeriodeTijdstip";
            if ((bool)xml.Evaluate($"boolean({job}[Begin/Datum][not(Einde/Datum)])"))
                continue;
            var last = Texts(xml, $"{job}/Einde/Datum").Order(StringComparer.Ordinal).LastOrDefault();
            if (last is null)
                continue;
            var counts = DateOnly.Parse(last, CultureInfo.InvariantCulture).AddDays(wait);
            var running = Texts(xml, $"{job}[Begin/Datum]/Einde/Datum").Any(end => string.CompareOrdinal(end, today) > 0);
            if (!running && string.CompareOrdinal(Iso(counts), today) <= 0 && string.CompareOrdinal(Iso(counts.AddYears(staleYears)), Iso(knownOn)) >= 0)
                counted.Add(Moment(insz, last));
        }

        return counted;
    }

    /// <summary>A moment as it is counted here.</summary>
    public static string Moment(string insz, DateTimeOffset occurredAt) => Moment(insz, Iso(BelgianTime.DayOf(occurredAt)));

    private static string Moment(string insz, string lastDay) => $"{insz} {lastDay}";

    // The kinds of worker that the text leaves out, as a condition of XPath.
    private static string LeftOut() => string.Concat(
        Kinds().Match(Text).Groups["n"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(kind => $"[not(Aangifte/AardWerknemer='{kind}')]"));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(XPathNavigator xml, string path)
    {
        foreach (XPathNavigator node in xml.Select(path))
            yield return node.Value.Trim();
    }

    [GeneratedRegex(@"^wait: (?<n>\d+) days?\s*$", RegexOptions.Multiline)]
    private static partial Regex Wait();

    [GeneratedRegex(@"^staleAfter: (?<n>\d+) years?\s*$", RegexOptions.Multiline)]
    private static partial Regex StaleAfter();

    [GeneratedRegex(@"workerKind: \{ not: \[(?<n>[^\]]*)\]")]
    private static partial Regex Kinds();
}
