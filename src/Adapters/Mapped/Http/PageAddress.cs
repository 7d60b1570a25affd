using System.Globalization;
using System.Text;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Works out where pages are.</summary>
internal sealed class PageAddress(HttpSection section)
{
    /// <summary>The endpoint without its query: what may be shown and logged.</summary>
    public string Shown { get; } = section.Url.GetLeftPart(UriPartial.Path);

    /// <summary>Whether pages are numbered, so that only an empty one tells the end.</summary>
    public bool IsNumbered => section.Paging is { } paging && (paging.Page ?? paging.Offset) is not null;

    /// <summary>The address of the page at a position.</summary>
    public Uri Of(HttpPosition position)
    {
        var paging = section.Paging;
        if (position.Place is { } link && !IsNumbered)
            return new Uri(link);
        var query = new StringBuilder();
        Add(query, section.Since?.Parameter, position.Since);
        Add(query, paging?.Page, NumberOf(position).ToString(CultureInfo.InvariantCulture));
        Add(query, paging?.Offset, NumberOf(position).ToString(CultureInfo.InvariantCulture));
        Add(query, paging?.SizeParameter, paging?.Size.ToString(CultureInfo.InvariantCulture));
        if (query.Length == 0)
            return section.Url;
        var own = section.Url.Query.TrimStart('?');
        return new UriBuilder(section.Url) { Query = own.Length == 0 ? query.ToString() : $"{own}&{query}" }.Uri;
    }

    /// <summary>The place after a page with so many rows, when pages are numbered; null at the end.</summary>
    public string? After(HttpPosition position, int rows) =>
        rows == 0 ? null : (NumberOf(position) + (section.Paging!.Page is not null ? 1 : rows)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The place that the endpoint gives itself; null at the end.</summary>
    /// <exception cref="PermanentFailureException">It leads somewhere else: credentials would go along.</exception>
    public string? Follow(Uri current, string? link)
    {
        if (string.IsNullOrWhiteSpace(link))
            return null;
        if (!Uri.TryCreate(current, link, out var next))
            throw new PermanentFailureException($"{Shown} gives a next page that is no address: verify paging in the mapping.");
        if (Uri.Compare(next, section.Url, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new PermanentFailureException(
                $"{Shown} gives a next page at another server ({next.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}), where the hub does not take its credentials. Write that server in url, or let the system give links to its own.");
        }

        return next == current ? throw new PermanentFailureException($"{Shown} gives a page as its own next one: verify paging in the mapping.") : next.AbsoluteUri;
    }

    private static void Add(StringBuilder query, string? name, string? value)
    {
        if (name is not null && value is not null)
            query.Append(query.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    private long NumberOf(HttpPosition position) =>
        long.TryParse(position.Place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : section.Paging?.Page is not null ? section.Paging.First : 0;
}
