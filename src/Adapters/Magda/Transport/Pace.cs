namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>Spreads requests evenly, so that MAGDA need not throttle us.</summary>
internal sealed class Pace(double perSecond, TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset next;

    /// <summary>Waits for this request's turn.</summary>
    public Task WaitAsync(CancellationToken token)
    {
        if (perSecond <= 0)
            return Task.CompletedTask;
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var turn = next > now ? next : now;
            next = turn + TimeSpan.FromSeconds(1 / perSecond);
            wait = turn - now;
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, token) : Task.CompletedTask;
    }
}
