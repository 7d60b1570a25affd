namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>Partners that send again, in another order, in pieces.</summary>
internal static class InputStrikes
{
    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, FaultKind kind, Random dice, CancellationToken token)
    {
        var manners = world.Feed.Manners;
        manners.Begin(kind switch
        {
            FaultKind.InputDuplicated => Manner.Duplicated,
            FaultKind.InputReordered => Manner.Reordered,
            _ => Manner.Split,
        });
        world.Feed.Burst(10);
        var sent = await Strike.UntilTouchedAsync(() => manners.Sent, token);
        await Task.Delay(dice.Next(700, 1800), token);
        var works = await strike.UntilWorkWaitsAsync(token);
        manners.Begin(Manner.Plain);
        return sent && works;
    }
}
