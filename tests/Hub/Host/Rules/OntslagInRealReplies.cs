using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>The rule <c>ontslag</c> as it ships, over the real replies of GeefWerkrelaties, on several days: normaliser and rules alone.</summary>
public sealed class OntslagInRealReplies
{
    private static readonly DateTimeOffset KnownAt = new(2022, 4, 22, 8, 0, 0, TimeSpan.Zero);

    private readonly Rule rule = RuleFolder.Read(OntslagByXPath.Folder, rights: null).Rules.Single(one => one.Id == "ontslag");

    [Theory]
    [InlineData("2022-04-22")]
    [InlineData("2022-05-20")]
    [InlineData("2024-06-01")]
    [InlineData("2033-01-01")]
    public void The_moments_are_those_that_XPath_counts(string day) => Found(rule, day).ShouldBe(Counted(day, OntslagByXPath.Years));

    [Theory]
    [InlineData("2022-04-22", 5)]
    [InlineData("2024-06-01", 6)]
    [InlineData("2033-01-01", 12)]
    public void Without_a_limit_of_time_they_are_too_and_there_are_some(string day, int atLeast)
    {
        Period.TryParse("100 years", out var century).ShouldBeTrue();
        var found = Found(rule with { StaleAfter = century }, day);
        found.ShouldBe(Counted(day, 100));
        found.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    private static List<string> Found(Rule rule, string day)
    {
        var rules = new RuleSet([rule], []);
        var now = BelgianTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)).AddHours(12);
        return
        [
            .. RealJobs.Timelines(KnownAt).SelectMany(one => rules.Detect(one.Timeline, now).Moments.Select(moment => OntslagByXPath.Moment(one.Insz, moment.OccurredAt)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> Counted(string day, int staleYears) => OntslagByXPath.Moments(day, BelgianTime.DayOf(KnownAt), staleYears);
}
