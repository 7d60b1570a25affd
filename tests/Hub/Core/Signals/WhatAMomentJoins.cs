using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Bundling;

namespace IntegrationHub.Core.Tests.Signals;

public class WhatAMomentJoins
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    private static readonly CitizenRef Ann = CitizenRef.New();
    private static readonly CitizenRef Bram = CitizenRef.New();
    private static readonly CitizenRef Carla = CitizenRef.New();
    private readonly MomentBundling bundling = new(TimeSpan.FromDays(14));
    private readonly HashSet<CitizenRef> mates = [Bram, Carla];
    private readonly HashSet<CitizenRef> adults = [Ann, Bram, Carla];

    [Fact]
    public void Is_the_open_signal_of_hers_of_the_same_kind_however_long_it_is_open() => Joins(Of(50, (Ann, "ontslag"))).ShouldBeTrue();

    [Fact]
    public void Is_a_signal_of_hers_of_another_kind_within_the_window()
    {
        Joins(Of(14, (Ann, "ziekte"))).ShouldBeTrue();
        Joins(Of(15, (Ann, "ziekte"))).ShouldBeFalse();
    }

    [Fact]
    public void Is_a_signal_of_who_lives_with_her_within_the_window()
    {
        Joins(Of(14, (Bram, "ontslag"))).ShouldBeTrue();
        Joins(Of(15, (Bram, "ontslag"))).ShouldBeFalse();
    }

    [Fact]
    public void Is_nothing_of_somebody_with_whom_she_does_not_live()
    {
        mates.Remove(Bram);

        Joins(Of(0, (Bram, "ontslag"))).ShouldBeFalse();
    }

    [Fact]
    public void Is_no_signal_of_hers_in_which_somebody_has_a_moment_who_left_her_household()
    {
        mates.Remove(Bram);

        Joins(Of(0, (Ann, "ontslag"), (Bram, "ziekte"))).ShouldBeFalse();
    }

    [Fact]
    public void Is_a_signal_of_three_when_all_live_together() => Joins(Of(3, (Bram, "ziekte"), (Carla, "ontslag"))).ShouldBeTrue();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_no_signal_of_another_when_one_of_the_two_is_a_child_or_of_unknown_age(bool isHers)
    {
        adults.Remove(isHers ? Ann : Bram);

        Joins(Of(0, (Bram, "ontslag"))).ShouldBeFalse();
    }

    [Fact]
    public void Is_a_childs_own_signal()
    {
        adults.Clear();

        Joins(Of(3, (Ann, "ziekte"))).ShouldBeTrue();
    }

    [Fact]
    public void Is_rather_the_same_kind_than_hers_and_rather_hers_than_the_households()
    {
        var (household, hers, same) = (Of(1, (Bram, "ontslag")), Of(2, (Ann, "ziekte")), Of(40, (Ann, "ontslag")));

        Found(household, hers).ShouldBe(hers);
        Found(same, household, hers).ShouldBe(same);
    }

    [Fact]
    public void Is_the_newest_of_two_that_fit_as_well()
    {
        var (older, newer) = (Of(9, (Ann, "ziekte")), Of(2, (Ann, "achttien")));

        Found(newer, older).ShouldBe(newer);
        Found(older, newer).ShouldBe(newer);
    }

    private bool Joins(OpenSignal signal) => Found(signal) is not null;

    private OpenSignal? Found(params OpenSignal[] open) => bundling.Find(Ann, "ontslag", open, mates, adults.Contains, Now);

    private static OpenSignal Of(int daysOld, params (CitizenRef Citizen, string Code)[] moments) =>
        new(Guid.NewGuid(), Now.AddDays(-daysOld), [.. moments.Select(moment => new SignalledMoment(Guid.NewGuid(), moment.Citizen, moment.Code))]);
}
