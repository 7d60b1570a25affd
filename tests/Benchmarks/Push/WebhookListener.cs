using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Benchmarks.Push;

/// <summary>A case worker's tool that only notes when each signal came.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    public const string Secret = "whsec_QmVuY2htYXJrQmVuY2htYXJrQmVuY2htYXJrMTIzNDU=";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> arrivals = new();

    private WebhookListener(WebApplication app) => this.app = app;

    public string Url { get; private set; } = "";

    public static async Task<WebhookListener> StartAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var listener = new WebhookListener(builder.Build());
        listener.app.MapPost("/webhooks", listener.ReceiveAsync);
        await listener.app.StartAsync(token);
        listener.Url = listener.app.Urls.First() + "/webhooks";
        return listener;
    }

    /// <summary>The timestamp at which a signal about this INSZ comes.</summary>
    public Task<long> ArrivalOf(string insz) => arrivals.GetOrAdd(insz, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        var now = Stopwatch.GetTimestamp();
        using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        var insz = body.RootElement.GetProperty("data").GetProperty("insz").GetString()!;
        arrivals.GetOrAdd(insz, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(now);
        return Results.Ok();
    }
}
