using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>A case worker's tool that remembers every request it got, as often as it came.</summary>
internal sealed class CaseWorkersTool : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedSignal> received = new();

    private CaseWorkersTool(WebApplication app) => this.app = app;

    public string Secret { get; } = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public string Url => app.Urls.First() + "/webhooks";

    public IReadOnlyCollection<ReceivedSignal> Received => received;

    /// <summary>How many different messages came.</summary>
    public int Count => received.Select(one => one.WebhookId).Distinct().Count();

    public static Task<CaseWorkersTool> StartAsync(CancellationToken token) => StartAsync(0, token);

    /// <summary>At an address that was known before: a tool that was down.</summary>
    public static async Task<CaseWorkersTool> StartAsync(int port, CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        var tool = new CaseWorkersTool(builder.Build());
        tool.app.Run(tool.ReceiveAsync);
        await tool.app.StartAsync(token);
        return tool;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var at = Stopwatch.GetTimestamp();
        var message = body.RootElement;
        var data = message.GetProperty("data");
        received.Enqueue(new ReceivedSignal(
            context.Request.Headers["webhook-id"].ToString(),
            message.GetProperty("type").GetString()!,
            data.GetProperty("signalId").GetGuid(),
            data.TryGetProperty("insz", out var insz) ? insz.GetString() : null,
            message.GetRawText(),
            at));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
