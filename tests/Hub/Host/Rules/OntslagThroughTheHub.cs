using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>
/// The whole hub on another day, connected to a MAGDA with the real replies: a first load, its one question, and after the release the moments of <c>ontslag</c> that XPath counts in the same files.
/// </summary>
public sealed class OntslagThroughTheHub
{
    private const int ExpiresAfterDays = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2022-04-22", null, 6)]
    [InlineData("2022-04-22", "100 years", 6)]
    // A month later some are past their use; later all are, and what is more than a year late is no moment by the rule that ships.
    [InlineData("2022-05-20", null, 6)]
    [InlineData("2023-03-01", null, 3)]
    [InlineData("2033-01-01", "100 years", 12)]
    public async Task When_the_first_load_is_released_the_moments_are_those_that_XPath_counts(string today, string? staleAfter, int atLeast)
    {
        var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);
        var counted = OntslagByXPath.Moments(today, day, staleAfter is null ? OntslagByXPath.Years : 100);
        counted.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        await using var hub = await HubOfThatDay.StartAsync(BelgianTime.StartOf(day).AddHours(12), staleAfter, Token);

        var summary = await hub.ReadAsync(Token);

        summary.Sources.ShouldHaveSingleItem().Result.ShouldBe("done", summary.Sources[0].Reason);
        var asked = summary.Questions.ShouldHaveSingleItem();
        (asked.Source, asked.Reason, asked.Until.HasValue).ShouldBe((HubOfThatDay.Source, "first-load", true));
        asked.Held.Where(kind => kind.Code == "ontslag").Sum(kind => kind.Count).ShouldBe(counted.Count(moment => !IsPastItsUse(moment, day)));
        (await hub.MomentsAsync(Token)).ShouldBe(counted.Select(moment => (moment, IsPastItsUse(moment, day) ? "history" : "held")));
        hub.ToldAbout().ShouldBeEmpty();

        await hub.ReleaseAsync(Token);

        // Every moment counts, whatever became of it. Signalled is what is not past its use (the rule's expires); the case worker in Gent is told about who lives there.
        (await hub.MomentsAsync(Token)).ShouldBe(counted.Select(moment => (moment, IsPastItsUse(moment, day) ? "history" : "signalled")));
        hub.ToldAbout().ShouldBe(counted.Where(moment => !IsPastItsUse(moment, day)).Select(Whose).Where(LivesInGent));
    }

    private static string Whose(string moment) => moment.Split(' ')[0];

    private static bool IsPastItsUse(string moment, DateOnly today) => DateOnly.Parse(moment.Split(' ')[1], CultureInfo.InvariantCulture).AddDays(ExpiresAfterDays) < today;

    private static bool LivesInGent(string insz)
    {
        var path = Path.Combine(SharedData.Root!, "magda", "Persoon", "GeefPersoon", "02.02.0000", $"{insz}.xml");
        return File.Exists(path) && (bool)RealJobs.Open(path).Evaluate("boolean(//Hoofdverblijfplaats//NISCodeGemeente[.='44021'])");
    }
}
