using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Backtest;

public sealed class AHistoryLivedAgain
{
    private static readonly Rule Ontslag = DefaultRules.All.Single(rule => rule.Id == "ontslag");

    [Fact]
    public void A_moment_is_raised_when_its_fact_was_known_and_not_when_it_happened()
    {
        var moment = Run(Ontslag, Known(JobEnds("a", "2025-03-01"), "2025-03-05")).ShouldHaveSingleItem();

        (moment.RaisedAt, moment.WithdrawnAt).ShouldBe((At("2025-03-05"), null));
        (moment.Moment.Rule, moment.Moment.OccurredAt).ShouldBe(("ontslag", At("2025-03-01")));
    }

    [Fact]
    public void What_came_later_changes_nothing_of_what_was_raised_then_and_withdraws_it()
    {
        var moment = Run(Ontslag, Known(JobEnds("a", "2025-03-01"), "2025-03-05"), Known(JobStarts("b", "2025-04-01"), "2025-04-02")).ShouldHaveSingleItem();

        (moment.RaisedAt, moment.WithdrawnAt).ShouldBe((At("2025-03-05"), At("2025-04-02")));
    }

    [Fact]
    public void A_fact_that_was_annulled_takes_its_moment_along_on_that_day()
    {
        var end = Known(JobEnds("a", "2025-03-01"), "2025-03-05");

        Run(Ontslag, end, Known(Withdrawn(end), "2025-03-20")).ShouldHaveSingleItem().WithdrawnAt.ShouldBe(At("2025-03-20"));
    }

    [Fact]
    public void A_moment_that_found_its_ground_again_was_raised_once_and_stands()
    {
        var next = Known(JobStarts("b", "2025-04-01"), "2025-04-02");

        var moment = Run(Ontslag, Known(JobEnds("a", "2025-03-01"), "2025-03-05"), next, Known(Withdrawn(next), "2025-04-10")).ShouldHaveSingleItem();

        (moment.RaisedAt, moment.WithdrawnAt).ShouldBe((At("2025-03-05"), null));
    }

    [Fact]
    public void A_rule_that_waits_wakes_between_two_facts()
    {
        var waiting = Ontslag with { Wait = new Period(14, PeriodUnit.Day) };

        var moment = Run(waiting, Known(JobEnds("a", "2025-03-01"), "2025-03-05"), Known(JobStarts("b", "2025-06-01"), "2025-06-02")).ShouldHaveSingleItem();

        (moment.RaisedAt, moment.WithdrawnAt).ShouldBe((At("2025-03-15"), At("2025-06-02")));
    }

    [Fact]
    public void A_rule_that_waits_is_held_back_by_what_came_meanwhile() =>
        Run(Ontslag with { Wait = new Period(14, PeriodUnit.Day) }, Known(JobEnds("a", "2025-03-01"), "2025-03-05"), Known(JobStarts("b", "2025-03-10"), "2025-03-11")).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_still_waits_at_the_end_has_raised_nothing() =>
        Run(Ontslag with { Wait = new Period(14, PeriodUnit.Day) }, Known(JobEnds("a", "2026-11-15"), "2026-11-16")).ShouldBeEmpty();

    [Fact]
    public void What_was_raised_before_the_day_that_is_asked_for_is_none_of_it()
    {
        Fact[] facts = [Known(JobEnds("a", "2025-03-01"), "2025-03-05"), Known(JobStarts("b", "2025-04-01"), "2025-04-02"), Known(JobEnds("b", "2025-08-01"), "2025-08-03")];

        Run(Ontslag, At("2025-03-06"), facts).ShouldHaveSingleItem().RaisedAt.ShouldBe(At("2025-08-03"));
        Run(Ontslag, At("2025-03-05"), facts).Select(one => one.RaisedAt).ShouldBe([At("2025-03-05"), At("2025-08-03")]);
        Run(Ontslag, At("2025-09-01"), facts).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_waited_over_the_first_day_is_found_after_it() =>
        Run(Ontslag with { Wait = new Period(14, PeriodUnit.Day) }, At("2025-03-10"), Known(JobEnds("a", "2025-03-01"), "2025-03-05")).ShouldHaveSingleItem().RaisedAt.ShouldBe(At("2025-03-15"));

    [Fact]
    public void What_came_with_a_load_counts_as_known_when_it_happened()
    {
        var replay = new Replay(new RuleSet([Ontslag], []), new KnownThen([new Load(1, "magda", At("2026-11-01"), At("2026-11-02"), LoadState.Kept)]), NoRecipients);
        Fact[] facts = [Known(JobEnds("a", "2023-03-01"), "2026-11-01"), Known(JobStarts("b", "2023-05-01"), "2026-11-01"), Known(JobEnds("b", "2023-08-01"), "2026-11-05")];

        var moment = replay.Run(new CitizenHistory(Ann, facts, []), DateTimeOffset.MinValue, Now).ShouldHaveSingleItem();

        // The end of the second job came after the load, years late: history.
        (moment.RaisedAt, moment.WithdrawnAt).ShouldBe((At("2023-03-01"), At("2023-05-01")));
    }

    [Fact]
    public void What_somebody_in_the_household_brings_is_evaluated_when_it_was_known()
    {
        var death = Ontslag with { Id = "sterfgeval", Moment = "sterfgeval", When = new Trigger { Contract = "person-changed", Of = Whose.Household, At = "diedOn" }, Unless = [] };
        var household = Known(new HouseholdChanged { OccurredAt = At("2020-01-01"), Members = [new HouseholdMember { Citizen = Ann }, new HouseholdMember { Citizen = Bram }] }.As("h", "household"), "2020-02-01");
        var dies = Known(Person("2025-03-01", died: "2025-03-01").As("p", "person", citizen: Bram), "2025-03-04");

        var moment = Replay(death).Run(new CitizenHistory(Ann, [household], [dies]), DateTimeOffset.MinValue, Now).ShouldHaveSingleItem();

        (moment.RaisedAt, moment.Moment.Citizen).ShouldBe((At("2025-03-04"), Ann));
    }

    [Fact]
    public void Facts_at_which_no_rule_looks_change_no_answer()
    {
        Fact[] facts = [Known(JobEnds("a", "2025-03-01"), "2025-03-05"), Known(JobStarts("b", "2025-04-01"), "2025-04-02")];
        Fact[] others = [Known(LeavesHospital("2025-03-10"), "2025-03-11"), Known(LeavesHospital("2025-03-20", stay: "s2"), "2025-03-21")];

        Run(Ontslag, [.. facts, .. others]).ShouldBe(Run(Ontslag, facts), MomentsOnly);
    }

    private static readonly IEqualityComparer<ReplayedMoment> MomentsOnly =
        EqualityComparer<ReplayedMoment>.Create((left, right) => (left!.Moment, left.RaisedAt, left.WithdrawnAt) == (right!.Moment, right.RaisedAt, right.WithdrawnAt), one => one.Moment.GetHashCode());

    private static Replay Replay(Rule rule) => new(new RuleSet([rule], []), new KnownThen([]), NoRecipients);

    private static IReadOnlyList<ReplayedMoment> Run(Rule rule, params Fact[] facts) => Run(rule, DateTimeOffset.MinValue, facts);

    private static IReadOnlyList<ReplayedMoment> Run(Rule rule, DateTimeOffset since, params Fact[] facts) => Replay(rule).Run(new CitizenHistory(Ann, facts, []), since, Now);

    private static IReadOnlyList<string> NoRecipients(Core.Detection.Moment moment, Core.Timelines.Timeline timeline, DateTimeOffset at) => [];

    private static T Known<T>(T fact, string day)
        where T : Fact => fact with { KnownAt = At(day).ToUniversalTime() };
}
