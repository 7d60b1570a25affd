namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary><c>kill -9</c>.</summary>
internal static class HubStrikes
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);

    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, FaultKind kind, Random dice, CancellationToken token)
    {
        var hubs = kind == FaultKind.EveryHubKilled ? world.Hubs : [world.Hubs[dice.Next(world.Hubs.Count)]];
        foreach (var hub in hubs)
        {
            if (!await hub.IsReadyAsync(Start, token))
                return false;
        }

        // At any point: right when work comes in, or some way into it.
        if (!await strike.UntilWorkWaitsAsync(token))
            return false;
        await Task.Delay(dice.Next(3) == 0 ? 0 : dice.Next(400), token);
        var hurts = await strike.UntilWorkWaitsAsync(token);
        var starts = hubs[0].Starts;
        await Task.WhenAll(hubs.Select(hub => hub.KillAsync(token)));
        if (kind == FaultKind.HubKilledTwice)
        {
            await hubs[0].UntilStartedAfterAsync(starts, token);
            await Task.Delay(dice.Next(100, 3500), token);
            await hubs[0].KillAsync(token);
        }

        return hurts;
    }
}
