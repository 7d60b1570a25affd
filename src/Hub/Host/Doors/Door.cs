using IntegrationHub.Host.Composition;
using IntegrationHub.Plugins.Loading;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationHub.Host.Doors;

/// <summary>
/// Stands before every endpoint, those that do not exist included. A stranger gets one answer, whatever it asked; a caller that asks for what it may not gets the answer of what does not exist. Neither has its body read.
/// </summary>
internal sealed class Door(CurrentWiring wiring, DoorLimits limits, Refusals refusals, TimeProvider time, ILogger<Door> logger)
{
    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        SecurityHeaders.AddTo(context.Response.Headers);
        var (caller, why) = wiring.Value.Callers.Find(context.Request.Headers.Authorization, time.GetUtcNow());
        if (caller is null || why is not null)
        {
            await TurnAwayAsync(context, why!.Value, caller);
            return;
        }

        context.Features.Get<StrangerPlace>()?.Free();
        using var lease = await limits.EnterAsync(caller, context.RequestAborted);
        if (!lease.IsAcquired)
        {
            refusals.Count(RefusalKind.TooOften, caller);
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(context, StatusCodes.Status429TooManyRequests, "Too many requests");
        }
        else if (!MayAsk(caller, context))
        {
            refusals.Count(RefusalKind.NotAllowed, caller);
            await RefuseAsync(context, StatusCodes.Status404NotFound, "Not found");
        }
        else
        {
            context.Features.Set(caller);
            await HandleAsync(context, next);
        }
    }

    private static bool MayAsk(Caller caller, HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AskedBy>() is not { } asked || !asked.Rights.Any(caller.May.Contains))
            return false;
        return !asked.Rights.Contains(CallerRight.Push) || caller.Sources.Contains(context.GetRouteValue("source") as string ?? "");
    }

    /// <summary>Of a request that its sender ends there is nothing to tell; of one that fails, the sender hears only that.</summary>
    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            logger.LogError("{Method} {Endpoint} failed: {Thrown}", context.Request.Method, context.GetEndpoint()?.DisplayName, Thrown.Describe(exception));
            await RefuseAsync(context, StatusCodes.Status500InternalServerError, "Internal error");
        }
    }

    private async Task TurnAwayAsync(HttpContext context, RefusalKind why, Caller? caller)
    {
        if (!limits.MayAsk(context.Connection.RemoteIpAddress))
        {
            refusals.Count(RefusalKind.Flood, null, context.Connection.RemoteIpAddress);
            context.Abort();
            return;
        }

        refusals.Count(why, caller, context.Connection.RemoteIpAddress);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized");
    }

    private static async Task RefuseAsync(HttpContext context, int status, string title)
    {
        // What is still to come of the body is not waited for either: the connection ends with this answer.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size && HasBody(context))
        {
            size.MaxRequestBodySize = 0;
            context.Response.Headers.Connection = "close";
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync($$"""{"title":"{{title}}","status":{{status}}}""", context.RequestAborted);
    }

    private static bool HasBody(HttpContext context) => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
}
