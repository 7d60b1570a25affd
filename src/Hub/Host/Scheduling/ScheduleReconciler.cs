using IntegrationHub.Contracts;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>Makes the stored schedules equal to the configured ones, and leaves alone what did not change.</summary>
internal sealed class ScheduleReconciler(IReadOnlyList<SourceSchedule> configured)
{
    public async Task ReconcileAsync(IScheduler scheduler, CancellationToken token)
    {
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(SourceKeys.JobGroup), token))
            if (!configured.Any(schedule => schedule.SourceId == key.Name))
                await scheduler.DeleteJob(key, token);
        foreach (var schedule in configured)
            await ReconcileAsync(scheduler, schedule, token);
    }

    private static async Task ReconcileAsync(IScheduler scheduler, SourceSchedule schedule, CancellationToken token)
    {
        var job = JobBuilder.Create<RunSourceJob>().WithIdentity(SourceKeys.Job(schedule.SourceId)).StoreDurably().RequestRecovery().Build();
        // Written again each time: an upgrade may have moved the class.
        await scheduler.AddJob(job, AddJobOptions.Replacing, token);

        var key = SourceKeys.Trigger(schedule.SourceId, SourceKeys.Schedule);
        var wanted = TriggerBuilder.Create().WithIdentity(key).ForJob(job.Key)
            .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(BelgianTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        var stored = await scheduler.GetTrigger(key, token);
        if (stored is null || !Same(stored, schedule))
            await scheduler.ScheduleTrigger(wanted, TriggerConflict.Replace, token);
        else if (await scheduler.GetTriggerState(key, token) == TriggerState.Error)
            await scheduler.ResetTriggerFromErrorState(key, token);
    }

    private static bool Same(ITrigger stored, SourceSchedule schedule) =>
        stored is ICronTrigger cron
        && cron.TimeZone.Id == BelgianTime.Zone.Id
        && CronText.Parse(cron.CronExpressionString!).ToString() == CronText.Parse(schedule.Cron).ToString();
}
