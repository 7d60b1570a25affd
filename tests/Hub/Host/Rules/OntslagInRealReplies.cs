using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Rules;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>
/// The rule <c>ontslag</c> as it ships, over the real replies of GeefWerkrelaties, against a count of its own: from the XML with XPath, and from the text of the rule what it waits for, what it
/// leaves out and when it is too late. Nothing of the adapter or the rule engine is in the count.
/// </summary>
public sealed partial class OntslagInRealReplies
{
    private static readonly DateTimeOffset KnownAt = new(2022, 4, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "rules");

    private static readonly string Text = File.ReadAllText(Path.Combine(Folder, "ontslag.yaml"));

    private readonly Rule rule = RuleFolder.Read(Folder, rights: null).Rules.Single(one => one.Id == "ontslag");

    [Theory]
    [InlineData("2022-04-22")]
    [InlineData("2022-05-20")]
    [InlineData("2024-06-01")]
    [InlineData("2033-01-01")]
    public void The_moments_are_those_that_XPath_counts(string day)
    {
        var years = int.Parse(StaleAfter().Match(Text) is { Success: true } stale ? stale.Groups["n"].Value : "1", CultureInfo.InvariantCulture);
        Found(rule, Day(day)).ShouldBe(Counted(day, years));
    }

    [Theory]
    [InlineData("2022-04-22", 5)]
    [InlineData("2024-06-01", 6)]
    [InlineData("2033-01-01", 12)]
    public void Without_a_limit_of_time_they_are_too_and_there_are_some(string day, int atLeast)
    {
        Period.TryParse("100 years", out var century).ShouldBeTrue();
        var found = Found(rule with { StaleAfter = century }, Day(day));
        found.ShouldBe(Counted(day, 100));
        found.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    /// <summary>Each moment: whose, and the last day in service.</summary>
    private static List<string> Found(Rule rule, DateTimeOffset now)
    {
        var rules = new RuleSet([rule], []);
        return
        [
            .. RealJobs.Timelines(KnownAt).SelectMany(one => rules.Detect(one.Timeline, now).Moments
                .Select(moment => string.Create(CultureInfo.InvariantCulture, $"{one.Insz} {BelgianTime.DayOf(moment.OccurredAt):yyyy-MM-dd}"))).Order(StringComparer.Ordinal),
        ];
    }

    private static List<string> Counted(string today, int staleYears)
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
            if (!running && string.CompareOrdinal(Iso(counts), today) <= 0 && string.CompareOrdinal(Iso(counts.AddYears(staleYears)), Iso(BelgianTime.DayOf(KnownAt))) >= 0)
                counted.Add($"{insz} {last}");
        }

        return counted;
    }

    // The kinds of worker that the text leaves out, as a condition of XPath.
    private static string LeftOut() => string.Concat(
        Kinds().Match(Text).Groups["n"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(kind => $"[not(Aangifte/AardWerknemer='{kind}')]"));

    private static DateTimeOffset Day(string day) => BelgianTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)).AddHours(12);

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
