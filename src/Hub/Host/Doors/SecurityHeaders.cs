namespace IntegrationHub.Host.Doors;

/// <summary>On every answer of the hub, those to strangers included: nothing of it is a page, and nothing may be kept on the way.</summary>
internal static class SecurityHeaders
{
    public static void AddTo(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
