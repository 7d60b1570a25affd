using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

public static class ScheduleRegistration
{
    /// <summary>
    /// Runs each pull source on its schedule through the registered <see cref="Intake.ISourceRunner"/>, and offers <see cref="Schedules"/>. A process whose host
    /// is not started can ask <see cref="Schedules"/> and fires nothing.
    /// </summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="schedules">All of them: what is stored and not named here is removed when the host starts. Checked with <see cref="CronText.Problem"/>.</param>
    /// <param name="store">Where they are kept.</param>
    public static IServiceCollection AddHubSchedules(this IServiceCollection services, IReadOnlyList<SourceSchedule> schedules, QuartzStore store)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning));
        services.AddTransient<RunSourceJob>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "hub";
                options.GenerateInstanceId = store.IsClustered;
                // How long a "run now" of another process waits to be seen.
                options.IdleWaitTime = TimeSpan.FromSeconds(1);
                options.MaxBatchSize = 1;
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            // A source waits for nobody but itself. No threads are made for it: it is how many runs may be under way, and a rescan may add sources.
            quartz.UseDefaultThreadPool(Math.Max(4 * schedules.Count, 256));
            quartz.UsePersistentStore(persistence =>
            {
                store.Use(persistence);
                persistence.ProvisionSchema();
                persistence.ConfigureStore(options =>
                {
                    options.TablePrefix = "qrtz_";
                    options.StoreJobDataAsStrings = true;
                    // Runs that were missed for longer than this, or waited this long for the run before, become one.
                    options.MisfireThreshold = TimeSpan.FromSeconds(2);
                    options.RecoverFiringsCancelledByShutdown = true;
                    options.UseBackgroundThreads = true;
                });
            });
        });
        services.AddSingleton(store);
        services.AddSingleton(new ScheduleReconciler(schedules));
        services.AddSingleton<SchedulerAccess>();
        services.AddSingleton(provider => new Schedules(provider.GetRequiredService<SchedulerAccess>(), provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ScheduleHost>();
        return services;
    }
}
