using IntegrationHub.Host.Delivery;

namespace IntegrationHub.Host.Tests.Delivery;

public class TheBackoff
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(12, 3600)]
    [InlineData(1000, 3600)]
    public void Doubles_up_to_an_hour(int attempts, int seconds)
    {
        var whole = TimeSpan.FromSeconds(seconds);

        Backoff.After(attempts, 1).ShouldBe(whole);
        Backoff.After(attempts, 0).ShouldBe(whole / 2);
        Backoff.After(attempts, 0.5).ShouldBe(whole * 0.75);
    }

    [Theory]
    [InlineData(10, 24, true)]
    [InlineData(9, 72, false)]
    [InlineData(50, 23, false)]
    public void Gives_up_after_a_day_of_trying_and_not_after_a_day_of_being_down(int attempts, int hours, bool givesUp) =>
        Backoff.GivesUp(attempts, TimeSpan.FromHours(hours)).ShouldBe(givesUp);
}
