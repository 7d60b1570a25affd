using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Tests.Doors;

public sealed class HowOftenOneMayAsk
{
    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(100)]
    [InlineData(119)]
    [InlineData(3000)]
    [InlineData(1_000_000)]
    public void Is_as_often_as_configured_at_once_and_in_the_long_run(int perMinute)
    {
        var bucket = DoorLimits.Bucket(perMinute);

        bucket.TokenLimit.ShouldBe(perMinute);
        (bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalMinutes).ShouldBe(perMinute, perMinute * 1e-6);
    }
}
