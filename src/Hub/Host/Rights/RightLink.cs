using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rights;

/// <summary>Reads an address of a public page.</summary>
internal static class RightLink
{
    /// <summary>What it must be.</summary>
    public const string Expected = "the address of a public page: https://...";

    /// <summary>Stands in for one that is wrong.</summary>
    public static Uri None { get; } = new("about:blank");

    public static Uri Read(YamlPlace place)
    {
        if (place.Text(Expected) is not { } text)
            return None;
        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps && link.UserInfo.Length == 0)
            return link;
        place.Report(Expected, "write the whole address, with https and without a password");
        return None;
    }
}
