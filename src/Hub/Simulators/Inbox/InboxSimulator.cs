using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Simulators.Inbox.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Simulators.Inbox;

/// <summary>A case worker's tool to try the hub with: it receives webhooks on any path and shows what arrived on <c>/</c> (JSON on <c>/signals.json</c>).</summary>
public static class InboxSimulator
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Starts it; it runs until the application is stopped or disposed. <c>WebApplication.Urls</c> tells where it listens.</summary>
    /// <exception cref="FormatException">The secret does not have the form of Standard Webhooks.</exception>
    public static async Task<WebApplication> StartAsync(InboxSimulatorOptions options, CancellationToken token)
    {
        // Empty: no settings file, environment variable or log of the folder it happens to start in.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(options.Urls.Split(';'));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var store = new InboxStore(options.Time);
        var receiver = new InboxReceiver(options, new SignatureCheck(options.Secret), store);
        var page = new InboxEndpoints(options, store);

        app.Use(InboxEndpoints.AddSecurityHeaders);
        app.UseRouting();
        app.MapPost("/{**path}", receiver.ReceiveAsync);
        app.MapGet("/", page.ShowAsync);
        app.MapGet("/changes", (HttpContext context) => page.StreamChangesAsync(context, app.Lifetime.ApplicationStopping));
        app.MapGet("/signals.json", (HttpContext context) => context.Response.WriteAsJsonAsync(store.Snapshot(), Json, context.RequestAborted));
        app.MapGet("/inbox.css", (HttpContext context) => InboxAssets.WriteAsync(context, "inbox.css", "text/css"));
        app.MapGet("/inbox.js", (HttpContext context) => InboxAssets.WriteAsync(context, "inbox.js", "text/javascript"));
        app.MapGet("/inbox.svg", (HttpContext context) => InboxAssets.WriteAsync(context, "inbox.svg", "image/svg+xml"));
        try
        {
            await app.StartAsync(token);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
