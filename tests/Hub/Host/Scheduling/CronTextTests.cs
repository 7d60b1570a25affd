using IntegrationHub.Host.Scheduling;

namespace IntegrationHub.Host.Tests.Scheduling;

public sealed class CronTextTests
{
    private const string Hint = "seconds come first, for example `0 0/15 * * * ?` is every quarter of an hour and `0 30 6 ? * MON-FRI` is half past six on weekdays";

    [Theory]
    [InlineData("* * * * * ?")]
    [InlineData("0 0/15 * * * ?")]
    [InlineData("0 30 6 ? * MON-FRI")]
    [InlineData("0 0 0 1 1 ? 2090")]
    public void What_Quartz_understands_has_no_problem(string cron) => CronText.Problem(cron).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_empty_schedule_says_what_to_write(string? cron) => CronText.Problem(cron).ShouldBe($"The schedule is empty; write six fields: {Hint}.");

    [Fact]
    public void A_crontab_line_is_recognised() =>
        CronText.Problem("*/15 * * * *").ShouldBe($"The schedule has five fields, as in a crontab, and needs six or seven; {Hint}.");

    [Theory]
    [InlineData("hourly", "1 field")]
    [InlineData("0 0 0 * * ? * *", "8 fields")]
    public void Another_number_of_fields_is_counted(string cron, string counted) =>
        CronText.Problem(cron).ShouldBe($"The schedule has {counted} and needs six or seven; {Hint}.");

    [Theory]
    [InlineData("61 * * * * ?")]
    [InlineData("0 0 25 * * ?")]
    [InlineData("0 0 0 ? * FOO")]
    [InlineData("a b c d e f")]
    public void A_field_that_cannot_be_read_is_named_in_one_sentence(string cron)
    {
        var problem = CronText.Problem(cron).ShouldNotBeNull();
        problem.ShouldStartWith("The schedule cannot be read (");
        problem.ShouldEndWith($"; {Hint}.");
    }

    [Theory]
    [InlineData("0 0 0 1 1 ? 2020")]
    [InlineData("0 0 0 31 2 ?")]
    public void A_day_that_never_comes_is_a_problem(string cron) =>
        CronText.Problem(cron).ShouldBe("The schedule never comes again: no date in the future fits it.");
}
