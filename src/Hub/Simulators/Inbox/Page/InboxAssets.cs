using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Style, script and drawings of the page, carried inside the library: files of their own, so that the content security policy allows nothing inline.</summary>
internal static class InboxAssets
{
    public static async Task WriteAsync(HttpContext context, string name, string contentType)
    {
        await using var asset = typeof(InboxAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        context.Response.ContentType = $"{contentType}; charset=utf-8";
        await asset.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
