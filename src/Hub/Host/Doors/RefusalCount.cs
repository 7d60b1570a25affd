using System.Net;
using System.Text.Json;

namespace IntegrationHub.Host.Doors;

/// <summary>How many requests were refused for one reason.</summary>
internal sealed class RefusalCount(RefusalKind kind, string? caller)
{
    public string Kind { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Whose key it was; null for strangers.</summary>
    public string? Caller { get; } = caller;

    public long Requests { get; set; }

    /// <summary>Where the first came from.</summary>
    public HashSet<IPAddress> Addresses { get; } = [];
}
