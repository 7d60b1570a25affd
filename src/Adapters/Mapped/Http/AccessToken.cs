using System.Globalization;
using System.Net;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>The token of OAuth2 client credentials (RFC 6749, 4.4; the secret in the body), kept until shortly before it expires.</summary>
internal sealed class AccessToken(HttpAuthSection auth, ISecrets secrets, TimeProvider clock)
{
    private const int MaxAnswerBytes = 64 * 1024;

    // A token that expires on its way is refused: it is let go of a little earlier.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);

    private string? value;
    private DateTimeOffset until;

    /// <summary>A token that is valid still.</summary>
    /// <exception cref="PermanentFailureException">The credentials are refused.</exception>
    public async Task<string> GetAsync(HttpClient http, CancellationToken token)
    {
        if (value is null || clock.GetUtcNow() >= until)
            await FetchAsync(http, token);
        return value!;
    }

    /// <summary>Lets go of a token that was refused.</summary>
    public void Forget() => value = null;

    private async Task FetchAsync(HttpClient http, CancellationToken token)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = auth.ClientId ?? "", ["client_secret"] = secrets.Open(auth.ClientSecret ?? ""),
        };
        if (auth.Scope is { } scope)
            form["scope"] = scope;
        var place = auth.TokenUrl!.GetLeftPart(UriPartial.Path);
        using var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, auth.TokenUrl) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new PermanentFailureException($"{place} gives no token (HTTP {(int)response.StatusCode}): verify clientId, clientSecret and scope.");
        HttpAnswer.RefuseStatus(response, place, clock);
        Take(await HttpAnswer.ReadAsync(response, MaxAnswerBytes, token) ?? [], place);
    }

    // Some servers write the number as text: "3599".
    private static bool TrySeconds(JsonElement seconds, out double number)
    {
        number = 0;
        return seconds.ValueKind switch
        {
            JsonValueKind.Number => seconds.TryGetDouble(out number),
            JsonValueKind.String => double.TryParse(seconds.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    private void Take(byte[] answer, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.GetProperty("access_token").GetString() is not { Length: > 0 } given)
                throw new KeyNotFoundException();
            var lasts = json.RootElement.TryGetProperty("expires_in", out var seconds) && TrySeconds(seconds, out var number) ? TimeSpan.FromSeconds(Math.Clamp(number, 0, 86_400)) : TimeSpan.FromDays(1);
            value = given;
            until = clock.GetUtcNow() + lasts - (lasts > 2 * Margin ? Margin : lasts / 2);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new PermanentFailureException($"{place} answered something other than an OAuth2 token: verify tokenUrl.", problem);
        }
    }
}
