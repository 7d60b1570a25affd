using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Simulators.Inbox;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.Simulators.Tests.Inbox;

/// <summary>An inbox on a free port and somebody who writes to it, signing by hand.</summary>
internal sealed class InboxSender : IAsyncDisposable
{
    public const string Secret = "whsec_aW5ib3gtc2ltdWxhdG9yLXRlc3Qtc2VjcmV0IQ==";
    private readonly WebApplication inbox;
    private readonly HttpClient client;

    private InboxSender(WebApplication inbox, SettableTime time)
    {
        this.inbox = inbox;
        Time = time;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(inbox.Urls.Single()) };
    }

    public SettableTime Time { get; }

    public Uri Address => client.BaseAddress!;

    public static async Task<InboxSender> StartAsync(Func<InboxSimulatorOptions, InboxSimulatorOptions>? change = null)
    {
        var time = new SettableTime(new DateTimeOffset(2026, 11, 20, 9, 32, 0, TimeSpan.Zero));
        var options = new InboxSimulatorOptions { Urls = "http://127.0.0.1:0", Secret = Secret, Time = time };
        return new InboxSender(await InboxSimulator.StartAsync(change?.Invoke(options) ?? options, TestContext.Current.CancellationToken), time);
    }

    public static string Sign(string id, long timestamp, string body, string secret = Secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
    }

    /// <summary>Sends a body as the hub would.</summary>
    public Task<HttpStatusCode> SendAsync(JsonObject body, string? id = null)
    {
        var text = body.ToJsonString();
        var (webhookId, timestamp) = (id ?? Guid.NewGuid().ToString(), Time.GetUtcNow().ToUnixTimeSeconds());
        return SendAsync(text, webhookId, timestamp.ToString(CultureInfo.InvariantCulture), Sign(webhookId, timestamp, text));
    }

    public async Task<HttpStatusCode> SendAsync(string body, string? id, string? timestamp, string? signature)
    {
        using var response = await PostAsync(body, id, timestamp, signature);
        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> PostAsync(string body, string? id, string? timestamp, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in new[] { ("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", signature) })
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<string> PageAsync(string path = "/", string? acceptLanguage = null)
    {
        using var response = await GetAsync(path, acceptLanguage);
        return WebUtility.HtmlDecode(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> SignalsAsync()
    {
        using var response = await GetAsync("/signals.json");
        using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await inbox.StopAsync();
        await inbox.DisposeAsync();
    }
}
