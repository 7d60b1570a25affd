namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>The clock of one hub is set back: by seconds, minutes, or an hour; and set right again, then or when the plan ends.</summary>
internal static class ClockStrikes
{
    private static readonly int[] Seconds = [2, 15, 120, 3600];

    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, Random dice, CancellationToken token)
    {
        var hub = world.Hubs[dice.Next(world.Hubs.Count)];
        var back = TimeSpan.FromSeconds(Seconds[dice.Next(Seconds.Length)]);
        if (!await strike.UntilWorkWaitsAsync(token))
            return false;
        hub.SetClock(-back);
        world.Feed.Burst(10);
        // A process sees it within a second.
        await Task.Delay(dice.Next(1200, 2500), token);
        var works = await strike.UntilWorkWaitsAsync(token);
        if (dice.Next(2) == 0)
            hub.SetClock(TimeSpan.Zero);
        return works;
    }
}
