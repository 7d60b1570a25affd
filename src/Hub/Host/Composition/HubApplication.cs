using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Composition;

/// <summary>The hub as one web application: its workers, its listener for pushes, and what administrators ask of it.</summary>
internal static class HubApplication
{
    /// <summary>Builds it; the store is migrated when this returns and nothing has started.</summary>
    public static async Task<WebApplication> BuildAsync(HubServices hub, ILoggerFactory loggers, TimeProvider time, bool stays, CancellationToken token)
    {
        await hub.OpenStoreAsync(token);
        await ErasedAgain.RunAtStartAsync(hub, loggers.CreateLogger<ErasedAgain>(), time.GetUtcNow(), token);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        // Only the configuration folder counts, not an appsettings.json that happens to lie in the working folder.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton(time);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = TimeSpan.FromSeconds(15);
            options.ServicesStartConcurrently = true;
        });
        hub.AddTo(builder.Services, withSchedules: stays);
        // A single pass takes no pushes over HTTP, and must not be in the way of a hub that does.
        builder.WebHost.UseUrls(stays ? hub.Configuration.Urls : "http://127.0.0.1:0");
        if (hub.Configuration.HttpTls is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => HubListener.Configure(kestrel, hub.Configuration));
        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<Door>().EnterAsync);
        app.MapIntake();
        app.MapAdmin();
        return app;
    }
}
