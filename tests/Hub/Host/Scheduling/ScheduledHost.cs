using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationHub.Host.Tests.Scheduling;

/// <summary>A host with schedules and nothing else.</summary>
public sealed class ScheduledHost : IAsyncDisposable
{
    private readonly IHost host;

    private ScheduledHost(IHost host) => this.host = host;

    public Schedules Schedules => host.Services.GetRequiredService<Schedules>();

    /// <summary>As a command line has it: registered and not started.</summary>
    public static ScheduledHost Create(QuartzStore store, ISourceRunner runner, params SourceSchedule[] schedules)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(runner);
        builder.Services.AddHubSchedules(schedules, store);
        return new ScheduledHost(builder.Build());
    }

    public static async Task<ScheduledHost> StartAsync(QuartzStore store, ISourceRunner runner, params SourceSchedule[] schedules)
    {
        var started = Create(store, runner, schedules);
        await started.host.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public Task StopAsync() => host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
