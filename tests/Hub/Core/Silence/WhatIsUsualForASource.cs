using IntegrationHub.Contracts;
using IntegrationHub.Core.Silence;

namespace IntegrationHub.Core.Tests.Silence;

public sealed class WhatIsUsualForASource
{
    private static readonly DateTimeOffset Long = DateTimeOffset.MinValue;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A Tuesday without a holiday near it.</summary>
    private static readonly DateOnly Tuesday = new(2026, 9, 22);

    [Fact]
    public void Who_sends_on_working_days_may_be_silent_at_night_in_weekends_and_on_public_holidays()
    {
        // Through Easter, the first of May, the end of summer time, All Saints, and Christmas.
        foreach (var start in new[] { new DateOnly(2026, 3, 1), new DateOnly(2026, 10, 1) })
        {
            var sent = Office(start.AddDays(-91), start.AddDays(95)).ToList();
            for (var now = At(start, 0); now < At(start.AddDays(95), 0); now += Hour)
                UsualSilence.Of(sent.Where(hour => hour <= now), Long, now).ShouldBeNull($"{now:O}");
        }
    }

    [Fact]
    public void Who_stops_in_the_middle_of_a_working_day_is_missed_that_day_and_until_something_comes()
    {
        var sent = Office(Tuesday.AddDays(-60), Tuesday).Where(hour => hour < At(Tuesday, 10)).ToList();

        UsualSilence.Of(sent, Long, At(Tuesday, 13)).ShouldBeNull();
        UsualSilence.Of(sent, Long, At(Tuesday, 14)).ShouldBe(new SourceSilence(At(Tuesday, 10), 2));
        UsualSilence.Of(sent, Long, At(Tuesday.AddDays(5), 14))!.Since.ShouldBe(At(Tuesday, 10));
        UsualSilence.Of([.. sent, At(Tuesday, 15)], Long, At(Tuesday, 16)).ShouldBeNull();
    }

    [Fact]
    public void A_nightly_export_that_does_not_come_is_missed_the_same_morning()
    {
        var sent = Nightly(Tuesday.AddDays(-30), Tuesday.AddDays(-1)).ToList();

        UsualSilence.Of(sent, Long, At(Tuesday, 4)).ShouldBeNull();
        UsualSilence.Of(sent, Long, At(Tuesday, 5)).ShouldBeNull();
        UsualSilence.Of(sent, Long, At(Tuesday, 6)).ShouldBe(new SourceSilence(At(Tuesday.AddDays(-1), 4), 1));
    }

    [Fact]
    public void Who_sends_once_a_week_is_missed_once_it_has_done_so_for_eight_weeks()
    {
        var mondays = Enumerable.Range(0, 8).Select(week => At(new DateOnly(2026, 7, 27).AddDays(7 * week), 9)).ToList();
        var next = new DateOnly(2026, 7, 27).AddDays(7 * 8);

        UsualSilence.Of(mondays, Long, At(next, 11)).ShouldBeNull();
        UsualSilence.Of(mondays, Long, At(next, 12)).ShouldNotBeNull();
        UsualSilence.Of(mondays.Skip(1), Long, At(next, 12)).ShouldBeNull();
    }

    [Fact]
    public void Who_has_a_short_history_is_never_called_silent()
    {
        UsualSilence.Of([], Long, At(Tuesday, 12)).ShouldBeNull();
        UsualSilence.Of(Office(Tuesday.AddDays(-12), Tuesday.AddDays(-1)), Long, At(Tuesday.AddDays(20), 12)).ShouldBeNull();
        // A first load is many records in one hour, and no habit.
        UsualSilence.Of(Enumerable.Repeat(At(Tuesday.AddDays(-40), 12), 1000), Long, At(Tuesday, 12)).ShouldBeNull();
    }

    [Fact]
    public void What_no_hub_could_hear_is_not_held_against_it()
    {
        var sent = Office(Tuesday.AddDays(-60), Tuesday.AddDays(-4)).ToList();

        UsualSilence.Of(sent, At(Tuesday, 12), At(Tuesday, 13)).ShouldBeNull();
        UsualSilence.Of(sent, At(Tuesday, 12), At(Tuesday, 16)).ShouldBe(new SourceSilence(At(Tuesday.AddDays(-4), 18), 2));
    }

    [Fact]
    public void One_outage_does_not_make_silence_usual()
    {
        var sent = Office(Tuesday.AddDays(-60), Tuesday).Where(hour => hour < At(Tuesday, 10) && (hour < At(Tuesday.AddDays(-27), 0) || hour > At(Tuesday.AddDays(-22), 0))).ToList();

        UsualSilence.Of(sent, Long, At(Tuesday, 14)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Who_sends_now_and_then_is_seldom_called_silent(int seed)
    {
        // From a message in two working days to six an hour, none of it regular: each morning, noon and evening of eight weeks after thirteen of history.
        var alarms = 0;
        foreach (var perHour in new[] { 0.05, 0.3, 1, 6 })
        {
            DateTimeOffset? told = null;
            var random = new Random(seed);
            var sent = Office(Tuesday.AddDays(-91), Tuesday.AddDays(56)).Where(_ => random.NextDouble() < 1 - Math.Exp(-perHour)).ToList();
            for (var day = Tuesday; day < Tuesday.AddDays(56); day = day.AddDays(1))
            {
                foreach (var now in new[] { At(day, 9), At(day, 13), At(day, 20) })
                {
                    var silence = UsualSilence.Of(sent.Where(hour => hour <= now), Long, now);
                    if (silence is not null && silence.Since != told)
                        alarms++;
                    told = silence?.Since;
                }
            }
        }

        alarms.ShouldBeLessThanOrEqualTo(1, $"seed {seed}: false alarms of four sources in eight weeks");
    }

    private static IEnumerable<DateTimeOffset> Office(DateOnly from, DateOnly until) => Days(from, until).SelectMany(day => Enumerable.Range(8, 10).Select(hour => At(day, hour)));

    private static IEnumerable<DateTimeOffset> Nightly(DateOnly from, DateOnly until) => Days(from, until).Select(day => At(day, 3));

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly until) => Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays)
        .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BelgianHolidays.IsOn(day));

    private static DateTimeOffset At(DateOnly day, int hour) => BelgianTime.At(day.ToDateTime(new TimeOnly(hour, 0)));
}
