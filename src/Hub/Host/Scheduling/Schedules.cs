using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>What an administrator sees and does. Works in a second process on the same store too, while the hub runs or not.</summary>
public sealed class Schedules
{
    private readonly SchedulerAccess access;
    private readonly TimeProvider clock;

    internal Schedules(SchedulerAccess access, TimeProvider clock) => (this.access, this.clock) = (access, clock);

    /// <summary>When the source runs next, in this or another host; null when nothing is stored for it.</summary>
    public async Task<DateTimeOffset?> NextRunAsync(string sourceId, CancellationToken token = default)
    {
        var scheduler = await access.GetAsync(token);
        var held = await new LaterTrigger(scheduler, sourceId, clock).IsHeldAsync(token);
        var triggers = await scheduler.GetTriggersOfJob(SourceKeys.Job(sourceId), token);
        return triggers.Where(trigger => !held || trigger.Key.Name != SourceKeys.Schedule).Min(trigger => trigger.NextFireTimeUtc);
    }

    /// <summary>A host runs the source now. What a killed host was running counts until another host takes it over.</summary>
    public async Task<bool> IsRunningAsync(string sourceId, CancellationToken token = default)
    {
        var scheduler = await access.GetAsync(token);
        var query = new FireInstanceQuery { Job = SourceKeys.Job(sourceId), State = FireInstanceState.Executing, Take = 1 };
        return (await scheduler.QueryFireInstances(query, token)).Items.Count > 0;
    }

    /// <summary>Makes the stored schedules these.</summary>
    public Task ReconcileAsync(IReadOnlyList<SourceSchedule> schedules, CancellationToken token = default) =>
        access.GetAsync(token, scheduler => new ScheduleReconciler(schedules).ReconcileAsync(scheduler, token));

    /// <summary>Has a host run the source at once, also when the source asked for a pause. When no hub runs, it is the first thing the next one does.</summary>
    /// <returns>False when it runs already.</returns>
    /// <exception cref="InvalidOperationException">No schedule of this source is stored.</exception>
    public async Task<bool> RunNowAsync(string sourceId, CancellationToken token = default)
    {
        var scheduler = await access.GetAsync(token);
        if (!await scheduler.Exists(SourceKeys.Job(sourceId), token))
            throw new InvalidOperationException($"Source {sourceId} has no stored schedule; start the hub once with a configuration that names it as a pull source.");
        if (await IsRunningAsync(sourceId, token))
            return false;
        var trigger = TriggerBuilder.Create()
            .WithIdentity(SourceKeys.Trigger(sourceId, SourceKeys.Now)).ForJob(SourceKeys.Job(sourceId)).StartAt(clock.GetUtcNow()).Build();
        // When somebody asked a moment ago and it has not begun, theirs serves both.
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, token);
        return true;
    }
}
