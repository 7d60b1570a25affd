using System.Diagnostics;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>Runs the schedules for as long as the host runs. Nothing fires before every service has started, and runs stop before any service stops.</summary>
internal sealed class ScheduleHost(SchedulerAccess access, ScheduleReconciler reconciler, ILogger<ScheduleHost> logger) : IHostedLifecycleService
{
    /// <summary>A run is told to stop, and is left behind after this; another host then takes it over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private Task<IScheduler>? preparing;
    private IScheduler? scheduler;

    /// <summary>Only begins: other services start meanwhile.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        preparing = Task.Run(() => PrepareAsync(cancellationToken), cancellationToken);
        return Task.CompletedTask;
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        scheduler = await preparing!;
        await scheduler.Start(cancellationToken);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (scheduler is null)
            return;
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(Patience, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            logger.LogWarning("A run did not stop in time; it is run again from its checkpoint by the next host");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IScheduler> PrepareAsync(CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        var prepared = await access.GetAsync(token, found => reconciler.ReconcileAsync(found, token));
        logger.LogDebug("Schedules are ready after {Milliseconds:0} ms", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return prepared;
    }
}
