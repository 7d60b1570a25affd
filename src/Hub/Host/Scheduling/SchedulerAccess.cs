using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>The scheduler of this process, built when first asked for. It fires nothing until <see cref="ScheduleHost"/> starts it, which the command line never does.</summary>
internal sealed class SchedulerAccess(QuartzStore store, ISchedulerFactory factory) : IDisposable
{
    private readonly SemaphoreSlim once = new(1, 1);
    private IScheduler? scheduler;

    public void Dispose() => once.Dispose();

    /// <summary>Creates Quartz's tables when they are missing. <paramref name="prepare"/> runs while no other host starts.</summary>
    public async Task<IScheduler> GetAsync(CancellationToken token, Func<IScheduler, Task>? prepare = null)
    {
        if (scheduler is not null && prepare is null)
            return scheduler;
        await once.WaitAsync(token);
        try
        {
            await using var alone = await store.EnterStartAsync(token);
            scheduler ??= await factory.GetScheduler(token);
            if (prepare is not null)
                await prepare(scheduler);
            return scheduler;
        }
        finally
        {
            once.Release();
        }
    }
}
