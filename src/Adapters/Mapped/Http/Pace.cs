namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Spreads requests evenly, so that the endpoint need not throttle us.</summary>
internal sealed class Pace(double? perSecond, TimeProvider clock)
{
    private DateTimeOffset next;

    /// <summary>Waits for this request's turn; one at a time.</summary>
    public Task WaitAsync(CancellationToken token)
    {
        if (perSecond is not > 0)
            return Task.CompletedTask;
        var now = clock.GetUtcNow();
        var turn = next > now ? next : now;
        next = turn + TimeSpan.FromSeconds(1 / perSecond.Value);
        return turn > now ? Task.Delay(turn - now, clock, token) : Task.CompletedTask;
    }
}
