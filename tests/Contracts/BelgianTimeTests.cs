namespace IntegrationHub.Contracts.Tests;

public sealed class BelgianTimeTests
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-14T23:00:00Z")]
    [InlineData("2026-07-15", "2026-07-14T22:00:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void A_day_begins_at_midnight_in_Belgium_in_winter_and_summer(string day, string instant) =>
        BelgianTime.StartOf(DateOnly.Parse(day)).ShouldBe(DateTimeOffset.Parse(instant));

    [Theory]
    [InlineData("2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("2026-03-29T02:30:00", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T03:30:00", "2026-03-29T01:30:00Z")]
    public void A_time_that_summer_time_skips_is_taken_an_hour_later(string wallClock, string instant) =>
        BelgianTime.At(DateTime.Parse(wallClock)).ShouldBe(DateTimeOffset.Parse(instant));

    [Theory]
    [InlineData("2026-10-25T01:59:59", "2026-10-24T23:59:59Z")]
    [InlineData("2026-10-25T02:30:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    public void A_time_that_occurs_twice_is_taken_as_the_first(string wallClock, string instant) =>
        BelgianTime.At(DateTime.Parse(wallClock)).ShouldBe(DateTimeOffset.Parse(instant));

    [Theory]
    [InlineData("2026-01-14T22:59:59Z", "2026-01-14")]
    [InlineData("2026-01-14T23:00:00Z", "2026-01-15")]
    [InlineData("2026-07-14T21:59:59Z", "2026-07-14")]
    [InlineData("2026-07-14T22:00:00Z", "2026-07-15")]
    [InlineData("2026-07-14T18:00:00-05:00", "2026-07-15")]
    public void An_instant_falls_on_the_day_that_Belgium_has_then(string instant, string day) =>
        BelgianTime.DayOf(DateTimeOffset.Parse(instant)).ShouldBe(DateOnly.Parse(day));

    [Fact]
    public void The_first_and_the_last_day_that_can_be_written_begin_too()
    {
        BelgianTime.DayOf(BelgianTime.StartOf(DateOnly.MinValue)).ShouldBe(DateOnly.MinValue);
        BelgianTime.DayOf(BelgianTime.StartOf(DateOnly.MaxValue)).ShouldBe(DateOnly.MaxValue);
        BelgianTime.DayOf(DateTimeOffset.MaxValue).ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public void A_day_ends_where_the_next_begins_and_the_last_never()
    {
        BelgianTime.EndOf(new DateOnly(2026, 7, 15)).ShouldBe(BelgianTime.StartOf(new DateOnly(2026, 7, 16)));
        BelgianTime.EndOf(DateOnly.MaxValue).ShouldBeNull();
    }

    [Fact]
    public void Every_day_of_sixty_years_begins_on_itself()
    {
        for (var day = new DateOnly(1980, 1, 1); day.Year < 2040; day = day.AddDays(1))
            BelgianTime.DayOf(BelgianTime.StartOf(day)).ShouldBe(day);
    }
}
