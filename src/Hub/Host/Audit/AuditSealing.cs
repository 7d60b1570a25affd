using IntegrationHub.Host.Composition;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Audit;

/// <summary>Each second: seals what was added to the audit log, when no other host does, and copies its head out of the database. Once more when the host stops, after its workers have.</summary>
internal sealed class AuditSealing(HubServices hub, SealPulse pulse, ILoggerFactory loggers, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ILogger logger = loggers.CreateLogger<AuditSealing>();
    private readonly AuditHeadKeeper keeper = new(hub.AuditHead, hub.Store.Audit, loggers.CreateLogger<AuditHeadKeeper>());
    private bool isTold;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await OneRoundAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await OneRoundAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> CopyAsync(CancellationToken token)
    {
        var hasMore = await keeper.CopyAsync(hub.Configuration.Retention.Audit.Before(time.GetUtcNow()), token);
        pulse.HeadProblem = keeper.Problem;
        return hasMore;
    }

    private async Task OneRoundAsync(CancellationToken token)
    {
        try
        {
            // After each block, so that a host that has much to seal and is stopped leaves its head where it was.
            while (await CopyAsync(token) && await hub.Store.Audit.SealAsync(hub.AuditKeys, time.GetUtcNow(), token) > 0)
                isTold = false;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            logger.LogDebug("The host stops; what is not sealed is sealed by the next.");
        }
        catch (Exception exception)
        {
            // Each second, so once: the entries are stored, and the next round takes them all.
            if (!isTold)
                logger.LogWarning("The audit log is not sealed for now: {Thrown}", Thrown.Describe(exception));
            isTold = true;
        }
    }
}
