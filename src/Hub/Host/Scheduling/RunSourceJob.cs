using IntegrationHub.Host.Intake;
using IntegrationHub.Plugins.Loading;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>One run of one source. The job's name is the source, so that no source overlaps with itself, in no host of the cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class RunSourceJob(ISourceRunner runner, TimeProvider clock, ILogger<RunSourceJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var source = context.JobDetail.Key.Name;
        var reason = (context.RecoveringTriggerKey ?? context.Trigger.Key).Name;
        var later = new LaterTrigger(context.Scheduler, source, clock);
        if (reason == SourceKeys.Schedule && await later.IsHeldAsync(cancellationToken))
            return;

        var result = await RunAsync(source, reason, cancellationToken);
        switch (result)
        {
            case { Result: "later", RetryAfter: { } asked }:
                await later.HoldAsync(asked, CancellationToken.None);
                break;
            case { Result: "failed", RetryAfter: { } pause }:
                await later.RetryAsync(pause, CancellationToken.None);
                break;
            case { Result: "done" or "nothing to read" or "refused" } when reason != SourceKeys.Later:
                await later.ForgetAsync(CancellationToken.None);
                break;
            default:
                // Thrown, Quartz hands the run to another host, or to this one when it is back.
                cancellationToken.ThrowIfCancellationRequested();
                break;
        }
    }

    private async Task<RunResult?> RunAsync(string source, string reason, CancellationToken token)
    {
        try
        {
            return await runner.RunAsync(source, reason, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The runner's promise is a result. Broken, the schedule goes on.
            logger.LogError("The run of source {Source} broke; its next scheduled run is tried: {Thrown}", source, Thrown.Describe(e));
            return null;
        }
    }
}
