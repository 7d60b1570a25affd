using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Serves the page and tells it when to look again.</summary>
internal sealed class InboxEndpoints(InboxSimulatorOptions options, InboxStore store)
{
    // A burst of signals is one change to the eye.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    public static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }

    public Task ShowAsync(HttpContext context)
    {
        var texts = PageLanguage.Of(context.Request, options.Language);
        var page = new InboxPage(texts, options.Time.GetUtcNow(), options.Secret is not null);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentLanguage = texts.Language;
        context.Response.Headers.Vary = "Accept-Language";
        return context.Response.WriteAsync(page.Render(store.Snapshot(), context.Request.Query.ContainsKey("all")), context.RequestAborted);
    }

    /// <summary>Server-sent events: the version of the inbox, each time it changes. An open stream does not hold up the end of the program.</summary>
    public async Task StreamChangesAsync(HttpContext context, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        var version = -1L;
        try
        {
            while (true)
            {
                version = await store.ChangeAfterAsync(version, either.Token);
                await context.Response.WriteAsync(FormattableString.Invariant($"retry: 2000\ndata: {version}\n\n"), either.Token);
                await context.Response.Body.FlushAsync(either.Token);
                await Task.Delay(Breath, options.Time, either.Token);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The visitor left or the inbox stops: the stream ends here, as streams do.
            return;
        }
    }
}
