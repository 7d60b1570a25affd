using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Rescanning;

/// <summary>Says in the store that this host runs, and does what an administrator asks of every host there: a rescan.</summary>
internal sealed class HostPresence(IHubStore store, HubKeys keys, Func<CancellationToken, Task<RescanReport>> rescan, HubConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<HostPresence> logger) : BackgroundService
{
    /// <summary>Who did not say so for this long does not run any more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SaySo = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>A little longer than a start takes: what was asked after this host had read its configuration and before it could hear.</summary>
    private static readonly TimeSpan Unheard = TimeSpan.FromSeconds(30);
    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private DateTimeOffset saidAt = DateTimeOffset.MinValue;
    private long done;

    /// <summary>An answer that the store does not have yet: it tells what was changed, so it is kept until it is stored.</summary>
    private (long Rescan, RescanReport Report)? unsent;

    /// <summary>When the hub says that it is ready, who asks for a rescan finds it.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await OneRoundAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await OneRoundAsync(stoppingToken);
        }

        try
        {
            await store.Hosts.LeaveAsync(configuration.Instance, CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.LogDebug("The store does not answer, so it learns only after a while that this host stopped: {Thrown}", Thrown.Describe(exception));
        }
    }

    private async Task OneRoundAsync(CancellationToken token)
    {
        try
        {
            var now = time.GetUtcNow();
            if (now - saidAt >= SaySo)
            {
                await store.Hosts.SeenAsync(configuration.Instance, startedAt, now, keys.Configured.Names, token);
                saidAt = now;
            }

            await SendAsync(token);
            // Until every service has started, the schedules of the start may still be under way.
            if (lifetime.ApplicationStarted.IsCancellationRequested && await store.Hosts.LatestRescanAsync(startedAt - Unheard, token) is { } asked && asked != done)
            {
                unsent = (asked, await ReportAsync(token));
                done = asked;
                // Who asked may go by which keys this host has now.
                await store.Hosts.SeenAsync(configuration.Instance, startedAt, time.GetUtcNow(), keys.Configured.Names, token);
                await SendAsync(token);
            }
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            if (unsent is { } waiting)
                logger.LogWarning("The answer to rescan {Rescan} could not be stored and is tried again: {Thrown}", waiting.Rescan, Thrown.Describe(exception));
            else
                logger.LogDebug("The store does not answer: {Thrown}", Thrown.Describe(exception));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task<RescanReport> ReportAsync(CancellationToken token)
    {
        try
        {
            return await rescan(token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            logger.LogError("The rescan broke: {Thrown}", Thrown.Describe(exception));
            return RescanReport.Refused([$"The rescan broke: {Thrown.Describe(exception)}. Rescan again, or restart this host."]);
        }
    }

    private async Task SendAsync(CancellationToken token)
    {
        if (unsent is not { } waiting)
            return;
        await store.Hosts.AnswerRescanAsync(waiting.Rescan, configuration.Instance, waiting.Report.Write(), time.GetUtcNow(), token);
        unsent = null;
    }
}
