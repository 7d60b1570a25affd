using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Simulators.Inbox;

/// <summary>Receives deliveries: slow or failing when told so, else genuine, fresh, readable and new ones become lines of the inbox.</summary>
internal sealed class InboxReceiver(InboxSimulatorOptions options, SignatureCheck signature, InboxStore store)
{
    private const int MaxBodyBytes = 20_000;
    private long deliveries;

    public async Task ReceiveAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref deliveries);
        if (options.Delay > TimeSpan.Zero)
            await Task.Delay(options.Delay, options.Time, context.RequestAborted);
        if (options.Failure.Hits(number))
        {
            store.CountFailure();
            if (options.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(context, options.Failure.Status, "The inbox was told to fail.");
            return;
        }

        var (status, sentence) = await TakeAsync(context);
        if (status >= 400)
            store.CountRefusal();
        await AnswerAsync(context, status, sentence);
    }

    private async Task<(int Status, string Sentence)> TakeAsync(HttpContext context)
    {
        var body = await ReadBodyAsync(context);
        if (body is null)
            return (StatusCodes.Status413PayloadTooLarge, "The body is over 20 kB.");
        var headers = context.Request.Headers;
        var id = headers["webhook-id"].ToString();
        if (signature.Refusal(id, headers["webhook-timestamp"], headers["webhook-signature"], body, options.Time.GetUtcNow()) is { } refusal)
            return (StatusCodes.Status401Unauthorized, refusal);
        if (id.Length is 0 or > 200)
            return (StatusCodes.Status400BadRequest, "webhook-id is required, of at most 200 characters.");
        if (!InboxMessage.TryRead(body, out var message, out var reason))
            return (StatusCodes.Status400BadRequest, reason);
        return (StatusCodes.Status200OK, store.Take(id, message) ? "Received." : "Received before.");
    }

    private static async Task<byte[]?> ReadBodyAsync(HttpContext context)
    {
        var buffer = new byte[MaxBodyBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > MaxBodyBytes ? null : buffer[..length];
    }

    private static Task AnswerAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return status == StatusCodes.Status304NotModified ? Task.CompletedTask : context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
