using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>A collector of OpenTelemetry (OTLP over HTTP) that keeps every byte it got, headers and paths too.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>What came, by path.</summary>
    public ConcurrentQueue<(string Path, byte[] Bytes)> Received { get; } = new();

    public static async Task<Collector> StartAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.Run(collector.ReceiveAsync);
        await collector.app.StartAsync(token);
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var head = string.Join('\n', context.Request.Headers.Select(header => $"{header.Key}: {header.Value}"));
        Received.Enqueue((context.Request.Path, [.. System.Text.Encoding.UTF8.GetBytes($"{context.Request.Path}{context.Request.QueryString}\n{head}\n"), .. body.ToArray()]));
        context.Response.ContentType = "application/x-protobuf";
    }
}
