using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Which language a visitor reads: the one of <c>?lang=</c>, else the first of her browser's that the page has, else the one the inbox was started with.</summary>
internal static class PageLanguage
{
    public static InboxTexts Of(HttpRequest request, string fallback)
    {
        var asked = request.Query["lang"].ToString();
        return Known(asked) ?? Preferred(request) ?? Known(fallback) ?? InboxTexts.Dutch;
    }

    private static InboxTexts? Preferred(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value?.Split('-')[0]))
            .FirstOrDefault(texts => texts is not null);

    private static InboxTexts? Known(string? language) => language?.ToLowerInvariant() switch
    {
        "nl" => InboxTexts.Dutch,
        "en" => InboxTexts.English,
        _ => null,
    };
}
