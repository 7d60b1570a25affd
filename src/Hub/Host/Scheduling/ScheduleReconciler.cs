using IntegrationHub.Contracts;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>Makes the stored schedules equal to the configured ones, and leaves alone what did not change. Few statements: the hub starts only when it is done.</summary>
internal sealed class ScheduleReconciler(IReadOnlyList<SourceSchedule> configured)
{
    public async Task ReconcileAsync(IScheduler scheduler, CancellationToken token)
    {
        var query = new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(SourceKeys.JobGroup), Take = PagedQuery.All };
        var jobs = (await scheduler.QueryJobs(query, token)).Items.ToDictionary(job => job.Key);
        var removed = jobs.Keys.Where(key => configured.All(schedule => schedule.SourceId != key.Name)).ToList();
        if (removed.Count > 0)
            await scheduler.DeleteJobs(removed, token);

        var keys = configured.Select(schedule => SourceKeys.Trigger(schedule.SourceId, SourceKeys.Schedule)).ToList();
        var triggers = (await scheduler.GetTriggers(keys, token)).ToDictionary(trigger => trigger.Key);
        var changed = new Dictionary<IJobDetail, IReadOnlyCollection<ITrigger>>();
        foreach (var (schedule, key) in configured.Zip(keys))
        {
            var job = JobBuilder.Create<RunSourceJob>().WithIdentity(SourceKeys.Job(schedule.SourceId)).StoreDurably().RequestRecovery().Build();
            if (!triggers.TryGetValue(key, out var trigger) || !Same(trigger, schedule))
                changed.Add(job, [Trigger(job, key, schedule)]);
            else if (!jobs.TryGetValue(job.Key, out var stored) || !Same(stored, job))
                await scheduler.AddJob(job, AddJobOptions.Replacing, token);
        }
        if (changed.Count > 0)
            await scheduler.ScheduleJobs(changed, ScheduleJobOptions.Replacing, token);
        // For example a job class that an older version did not have. This version gets its chance.
        await scheduler.ResetTriggersFromErrorState(keys, token);
    }

    private static ITrigger Trigger(IJobDetail job, TriggerKey key, SourceSchedule schedule) => TriggerBuilder.Create().WithIdentity(key).ForJob(job.Key)
        .WithCronSchedule(schedule.Cron, cron => cron.InTimeZone(BelgianTime.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private static bool Same(ITrigger stored, SourceSchedule schedule) =>
        stored is ICronTrigger cron
        && cron.TimeZone.Id == BelgianTime.Zone.Id
        && cron.CronExpressionString == CronText.Parse(schedule.Cron).ToString();

    private static bool Same(JobHeader stored, IJobDetail job) =>
        stored.JobTypeName == job.JobType.FullName && stored is { Durable: true, RequestsRecovery: true, ConcurrentExecutionDisallowed: true };
}
