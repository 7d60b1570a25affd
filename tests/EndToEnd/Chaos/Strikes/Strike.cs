namespace IntegrationHub.EndToEnd.Tests.Chaos.Strikes;

/// <summary>Makes one fault happen, while there is work that it can hurt.</summary>
internal sealed class Strike(ChaosWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Whether it struck work in progress. When nothing was in progress for seconds, it is not counted as injected.</summary>
    public async Task<bool> InjectAsync(Fault fault, CancellationToken token)
    {
        var dice = new Random(fault.Dice);
        world.Feed.Burst(dice.Next(15, 50));
        var happened = fault.Kind switch
        {
            FaultKind.HubKilled or FaultKind.HubKilledTwice or FaultKind.EveryHubKilled => await HubStrikes.InjectAsync(this, world, fault.Kind, dice, token),
            FaultKind.DestinationSlow or FaultKind.DestinationFailing or FaultKind.DestinationGone => await DestinationStrikes.InjectAsync(this, world, fault.Kind, dice, token),
            FaultKind.InputDuplicated or FaultKind.InputReordered or FaultKind.InputSplit => await InputStrikes.InjectAsync(this, world, fault.Kind, dice, token),
            FaultKind.ClockSetBack => await ClockStrikes.InjectAsync(this, world, dice, token),
            FaultKind.DatabaseRestarted or FaultKind.DatabaseKilled or FaultKind.DatabaseConnectionsCut => await DatabaseStrikes.InjectAsync(this, world, fault.Kind, dice, token),
            _ => await BrokerStrikes.InjectAsync(this, world, fault.Kind, dice, token),
        };
        await Task.Delay(dice.Next(100, 1200), token);
        return happened;
    }

    /// <summary>Waits until batches are not processed yet.</summary>
    public Task<bool> UntilBatchesWaitAsync(CancellationToken token) => UntilAsync(pending => pending.Batches > 0, token);

    /// <summary>Waits until signals are not delivered yet.</summary>
    public Task<bool> UntilSignalsWaitAsync(CancellationToken token) => UntilAsync(pending => pending.Deliveries > 0, token);

    /// <summary>Waits until either is.</summary>
    public Task<bool> UntilWorkWaitsAsync(CancellationToken token) => UntilAsync(pending => pending.Batches + pending.Deliveries > 0, token);

    /// <summary>Waits until the mood of the tool touched somebody.</summary>
    public static Task<bool> UntilTouchedAsync(Func<int> touched, CancellationToken token) => UntilAsync(() => Task.FromResult(touched() > 0), token);

    private Task<bool> UntilAsync(Func<(long Batches, long Deliveries), bool> condition, CancellationToken token) =>
        UntilAsync(async () => await world.PendingAsync(token) is { } pending && condition(pending), token);

    /// <summary>Waits until the condition holds; whether it did in time.</summary>
    public static async Task<bool> UntilAsync(Func<Task<bool>> condition, CancellationToken token)
    {
        var begin = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(begin) > Patience)
                return false;
            await Task.Delay(5, token);
        }

        return true;
    }
}
