using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Caw.Tests;

/// <summary>Registrations over HTTP, two a page, for who has the key.</summary>
internal sealed class RegistrationEndpoint : FakeSource
{
    private const string Key = "invented-key";
    private readonly FakeSource http;

    public RegistrationEndpoint() => http = HttpSource.Start(Answer, OptionsFor, Registrations.Ids);

    public override JsonObject Options => http.Options;

    public override IReadOnlyCollection<string> RecordIds => http.RecordIds;

    public override IReadOnlyDictionary<string, string> Secrets { get; } = new Dictionary<string, string> { ["env:CAW_KEY"] = Key };

    public override Task GoAwayAsync() => http.GoAwayAsync();

    public override Task StallAsync() => http.StallAsync();

    protected override ValueTask CleanUpAsync() => http.DisposeAsync();

    private static JsonObject OptionsFor(Uri url) => new()
    {
        ["mapping"] = Path.Combine(AppContext.BaseDirectory, "http.yaml"), ["url"] = $"{url}export", ["key"] = "env:CAW_KEY", ["partner"] = "caw-oost-vlaanderen",
    };

    // Since is an instant; what changed at that very instant is given again.
    private static HttpReply Answer(HttpListenerRequest request)
    {
        if (request.Headers["X-Api-Key"] != Key)
            return new HttpReply("", Status: 401);
        var page = int.Parse(request.QueryString["page"] ?? "0", CultureInfo.InvariantCulture);
        var since = request.QueryString["since"] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var changed = Registrations.Lines.Where(line => JsonNode.Parse(line)!["gewijzigd"]!.GetValue<DateTimeOffset>() >= since).Chunk(2).ToList();
        var next = $"<{request.Url!.GetLeftPart(UriPartial.Path)}?page={page + 1}{(request.QueryString["since"] is { } same ? $"&since={Uri.EscapeDataString(same)}" : "")}>; rel=\"next\"";
        return new HttpReply(page < changed.Count ? string.Join('\n', changed[page]) + "\n" : "", "application/jsonl")
        {
            Headers = page + 1 < changed.Count ? new Dictionary<string, string> { ["Link"] = next } : new Dictionary<string, string>(),
        };
    }
}
