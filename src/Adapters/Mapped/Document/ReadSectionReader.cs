using System.Globalization;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads <c>read</c>.</summary>
internal static class ReadSectionReader
{
    /// <summary>The ways of reading.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["folder", "http", "sql"];

    public static IReadOnlyList<string> FolderKeys { get; } = ["path", "exports", "settleSeconds", "pageSize"];

    public static IReadOnlyList<string> HttpKeys { get; } = ["url", "auth", "since", "paging", "requestsPerSecond", "timeoutSeconds", "allowInsecure"];

    public static IReadOnlyList<string> AuthKeys { get; } = ["header", "key", "tokenUrl", "clientId", "clientSecret", "scope"];

    public static IReadOnlyList<string> SinceKeys { get; } = ["parameter", "from", "start"];

    public static IReadOnlyList<string> PagingKeys { get; } = ["next", "page", "first", "offset", "link", "size"];

    public static IReadOnlyList<string> SizeKeys { get; } = ["parameter", "value"];

    public static IReadOnlyList<string> SqlKeys { get; } = ["database", "connection", "query", "watermark", "pageSize"];

    public static ReadSection? Read(YamlPlace place)
    {
        if (YamlMap.Of(place, "folder, http or sql", Ways) is not { } ways)
            return null;
        var chosen = ways.Keys.Where(key => Ways.Contains(key.Name)).ToList();
        if (chosen.Count != 1)
        {
            place.Report("exactly one of folder, http and sql", chosen.Count == 0 ? "add one" : "remove the others", chosen.Count == 0 ? "none" : string.Join(" and ", chosen.Select(way => way.Name)));
            return null;
        }

        var way = ways.Get(chosen[0].Name) ?? chosen[0].Place;
        return chosen[0].Name switch { "folder" => Folder(way), "http" => Http(way), _ => Sql(way) };
    }

    private static FolderSection? Folder(YamlPlace place)
    {
        if (YamlMap.Of(place, "path and more", FolderKeys) is not { } map)
            return null;
        return new FolderSection
        {
            Path = map.NeedText("path", "the folder with the files") ?? "",
            Exports = map.OneOf("exports", [FolderSection.Complete, FolderSection.Additions], FolderSection.Complete),
            SettleSeconds = map.Number("settleSeconds", 2, 0, 3_600),
            PageSize = map.Number("pageSize", 2_000, 1, 10_000),
        };
    }

    private static HttpSection? Http(YamlPlace place)
    {
        if (YamlMap.Of(place, "url and more", HttpKeys) is not { } map)
            return null;
        double? rate = null;
        if (map.Text("requestsPerSecond") is { } text)
        {
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000)
                rate = number;
            else
                map.Get("requestsPerSecond")!.Value.Report("a number above 0, such as 5 or 0.2", "correct the number");
        }

        var allowInsecure = map.Flag("allowInsecure");
        var url = Address(map, "url", allowInsecure);
        var read = new HttpSection
        {
            Url = url ?? new Uri("http://localhost"),
            Auth = map.Get("auth") is { } auth ? Auth(auth, allowInsecure) : null,
            Since = map.Get("since") is { } since ? Since(since) : null,
            Paging = map.Get("paging") is { } paging ? Paging(paging) : null,
            RequestsPerSecond = rate,
            TimeoutSeconds = map.Number("timeoutSeconds", 30, 1, 3_600),
        };
        return url is null ? null : read;
    }

    private static Uri? Address(YamlMap map, string key, bool allowInsecure)
    {
        if (map.NeedText(key, "an address such as https://example.org/records") is not { } text)
            return null;
        if (text.Contains('@', StringComparison.Ordinal) && (!Uri.TryCreate(text, UriKind.Absolute, out var named) || named.UserInfo.Length > 0))
            map.Get(key)?.Report("an address without a name and password in it", "put a key or a secret in auth, as env:NAME or file:PATH", "one with them, not shown");
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            map.Get(key)?.Report("an address that begins with https:// or http://", "correct the address");
        else if (address.Scheme == "http" && !address.IsLoopback && !allowInsecure)
            map.Get(key)?.Report("an address that begins with https://, for http sends keys and personal data readable over the network", "use https, or write allowInsecure: true beside url where the network itself is encrypted");
        else
            return address;
        return null;
    }

    private static HttpAuthSection? Auth(YamlPlace place, bool allowInsecure)
    {
        if (YamlMap.Of(place, "header and key, or tokenUrl, clientId and clientSecret", AuthKeys) is not { } map)
            return null;
        if (map.Has("tokenUrl"))
        {
            return new HttpAuthSection
            {
                TokenUrl = Address(map, "tokenUrl", allowInsecure),
                ClientId = map.NeedText("clientId", "the client's id"),
                ClientSecret = Secret(map, "clientSecret"),
                Scope = map.Text("scope"),
            };
        }

        return new HttpAuthSection { Header = map.NeedText("header", "the name of the header with the key, or tokenUrl for OAuth2"), Key = Secret(map, "key") };
    }

    private static string? Secret(YamlMap map, string key)
    {
        if (map.NeedText(key, "a reference to the secret: env:NAME or file:PATH") is not { } text)
            return null;
        if (text.StartsWith("env:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal))
            return text;
        map.Get(key)?.Report("a reference to the secret: env:NAME or file:PATH", "put the secret there and its name here", "something else, not shown");
        return null;
    }

    private static HttpSinceSection? Since(YamlPlace place) =>
        YamlMap.Of(place, "parameter, from and start", SinceKeys) is { } map
            ? new HttpSinceSection(map.NeedText("parameter", "the name of the query parameter") ?? "", map.NeedText("from", "the path in a record of the value that grows") ?? "", map.Text("start"))
            : null;

    private static HttpPagingSection? Paging(YamlPlace place)
    {
        if (YamlMap.Of(place, "next, page, offset or link", PagingKeys) is not { } map)
            return null;
        var ways = ((string[])["next", "page", "offset", "link"]).Where(map.Has).ToList();
        if (ways.Count != 1)
            place.Report("exactly one of next, page, offset and link", "keep one", ways.Count == 0 ? "none" : string.Join(" and ", ways));
        var size = map.Get("size") is { } given ? YamlMap.Of(given, "parameter and value", SizeKeys) : null;
        return new HttpPagingSection
        {
            Next = map.Text("next"),
            Page = map.Text("page"),
            First = map.Number("first", 1, 0, int.MaxValue),
            Offset = map.Text("offset"),
            Link = map.Has("link") ? map.OneOf("link", ["header"], "header") : null,
            SizeParameter = size?.NeedText("parameter", "the name of the query parameter"),
            Size = size?.Number("value", 500, 1, 100_000) ?? 500,
        };
    }

    private static SqlSection? Sql(YamlPlace place) =>
        YamlMap.Of(place, "database, connection and query", SqlKeys) is { } map
            ? new SqlSection
            {
                Database = map.Need("database", "postgres or sqlite") is null ? "" : map.OneOf("database", SqlSection.Databases, ""),
                Connection = Secret(map, "connection") ?? "",
                Query = map.NeedText("query", "one SELECT")?.Trim().TrimEnd(';') ?? "",
                Watermark = map.Text("watermark"),
                PageSize = map.Number("pageSize", 2_000, 1, 10_000),
            }
            : null;
}
