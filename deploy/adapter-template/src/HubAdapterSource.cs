namespace HubAdapter;

/// <summary>
/// Reads <c>GET {url}/changes?after={cursor}</c>, which answers <c>{"items": [{"id": ..., ...}], "next": cursor}</c>, until there is nothing more. The hub stores a page with its cursor
/// before it asks for the next. Whatever is thrown is tried again later by the hub; no retries here.
/// </summary>
public sealed class HubAdapterSource(HttpClient http, IOptions<HubAdapterOptions> options, ISecrets secrets) : IPullSource, IConnectionCheck
{
    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        for (var cursor = after?.Value; await PageAsync(cursor, token) is { Items.Count: > 0 } page; cursor = page.Next)
            yield return new SourceBatch { Records = [.. page.Items.Select((item, index) => RecordOf(item, $"{cursor}+{index}"))], Checkpoint = new Checkpoint(page.Next) };
    }

    public Task<CheckResult> CheckAsync(CancellationToken token) => CheckResult.OfAsync(stop => PageAsync(null, stop), "The API answers.", "It does not answer: check the option 'url'.", token);

    private async Task<Page> PageAsync(string? cursor, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.Value.Url!.ToString().TrimEnd('/')}/changes?after={Uri.EscapeDataString(cursor ?? "")}");
        request.Headers.Add("X-Api-Key", secrets.Open(options.Value.Key));
        using var answer = await http.SendAsync(request, token);
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new PermanentFailureException("The API refuses the key: put the right one where the option 'key' points to.");
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Page>(token) ?? throw new JsonException("The page is null.");
    }

    // An item without an id gets one from its place, so that it ends in quarantine and not in an exception.
    private static SourceRecord RecordOf(JsonElement item, string place) => new()
    {
        Id = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) ? id.ToString() : place,
        Kind = "contract",
        Raw = Encoding.UTF8.GetBytes(item.GetRawText()),
    };

    private sealed record Page(IReadOnlyList<JsonElement> Items, string Next);
}
