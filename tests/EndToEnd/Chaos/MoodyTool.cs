using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>A case worker's tool that is slow, fails and goes away when it is told to, at one address, and remembers every signal that it took in.</summary>
internal sealed class MoodyTool : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedSignal> received = new();
    private readonly string address = $"http://127.0.0.1:{HubFolder.FreePort()}";
    private WebApplication? app;
    private int touched;
    private volatile Mood mood;

    public string Secret { get; } = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public string Url => address + "/webhooks";

    public IReadOnlyCollection<ReceivedSignal> Received => received;

    /// <summary>How many requests its mood touched.</summary>
    public int Touched => Volatile.Read(ref touched);

    public void Feel(Mood now)
    {
        Volatile.Write(ref touched, 0);
        mood = now;
    }

    public async Task ComeAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync(token);
    }

    /// <summary>Connections break, and nothing listens any more.</summary>
    public async Task GoAsync()
    {
        using var now = new CancellationTokenSource(0);
        await app!.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext context)
    {
        var felt = mood;
        if (felt != Mood.Well)
            Interlocked.Increment(ref touched);
        if (felt == Mood.Slow)
            await Task.Delay(Random.Shared.Next(300, 2500), context.RequestAborted);
        if (felt == Mood.Failing)
            await FailAsync(context);
        else
            await TakeInAsync(context);
    }

    private async Task FailAsync(HttpContext context)
    {
        switch (Random.Shared.Next(5))
        {
            case 0:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            case 1:
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "1");
                break;
            case 2:
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "2");
                break;
            case 3:
                await TakeInAsync(context);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
            default:
                await TakeInAsync(context);
                context.Abort();
                break;
        }
    }

    private async Task TakeInAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var message = body.RootElement;
        var data = message.GetProperty("data");
        received.Enqueue(new ReceivedSignal(
            context.Request.Headers["webhook-id"].ToString(),
            message.GetProperty("type").GetString()!,
            data.GetProperty("signalId").GetGuid(),
            data.TryGetProperty("insz", out var insz) ? insz.GetString() : null,
            message.GetRawText(),
            Stopwatch.GetTimestamp()));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
