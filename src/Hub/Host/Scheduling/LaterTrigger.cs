using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>The one extra run of a source: because the source asked for a pause, or because a run failed and may succeed soon.</summary>
internal sealed class LaterTrigger(IScheduler scheduler, string source, TimeProvider clock)
{
    /// <summary>Kept as the trigger's description. A pause that the source asked for holds back its scheduled runs; a retry does not.</summary>
    private const string Asked = "asked";
    private const string Retry = "retry";

    /// <summary>Due and not begun: the extra run is on its way, and the schedule does not overtake it. Longer than this it was lost.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    private readonly TriggerKey key = SourceKeys.Trigger(source, SourceKeys.Later);

    public async Task<bool> IsHeldAsync(CancellationToken token) =>
        await scheduler.GetTrigger(key, token) is { Description: Asked } trigger && trigger.NextFireTimeUtc > clock.GetUtcNow() - OnItsWay;

    public Task HoldAsync(TimeSpan pause, CancellationToken token) => StoreAsync(clock.GetUtcNow() + pause, Asked, token);

    /// <summary>Nothing is stored when the schedule is there first.</summary>
    public async Task RetryAsync(TimeSpan pause, CancellationToken token)
    {
        var at = clock.GetUtcNow() + pause;
        var scheduled = await scheduler.GetTrigger(SourceKeys.Trigger(source, SourceKeys.Schedule), token);
        if (scheduled?.NextFireTimeUtc <= at)
            await ForgetAsync(token);
        else
            await StoreAsync(at, Retry, token);
    }

    public async Task ForgetAsync(CancellationToken token) => await scheduler.UnscheduleJob(key, token);

    private async Task StoreAsync(DateTimeOffset at, string description, CancellationToken token)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(SourceKeys.Job(source)).WithDescription(description).StartAt(at).Build();
        // A source that was removed from the configuration while it ran has no job any more.
        if (await scheduler.Exists(SourceKeys.Job(source), token))
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, token);
    }
}
