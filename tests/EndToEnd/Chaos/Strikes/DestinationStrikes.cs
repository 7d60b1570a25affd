namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>The case worker's tool.</summary>
internal static class DestinationStrikes
{
    public static async Task<bool> InjectAsync(Strike strike, ChaosWorld world, FaultKind kind, Random dice, CancellationToken token)
    {
        if (kind == FaultKind.DestinationGone)
        {
            await world.Tool.GoAsync();
            var missed = await strike.UntilSignalsWaitAsync(token);
            await Task.Delay(dice.Next(300, 2000), token);
            await world.Tool.ComeAsync(token);
            return missed;
        }

        world.Tool.Feel(kind == FaultKind.DestinationSlow ? Mood.Slow : Mood.Failing);
        var touched = await Strike.UntilTouchedAsync(() => world.Tool.Touched, token);
        await Task.Delay(dice.Next(300, 2000), token);
        world.Tool.Feel(Mood.Well);
        return touched;
    }
}
