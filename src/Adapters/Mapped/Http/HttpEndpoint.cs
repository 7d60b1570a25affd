using System.Net;
using System.Net.Http.Headers;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Asks one endpoint, with its key or token, bounded in time and pace. Redirects are not followed: credentials go where the administrator wrote.</summary>
internal sealed class HttpEndpoint : IDisposable
{
    private readonly HttpSection section;
    private readonly ISecrets secrets;
    private readonly TimeProvider clock;
    private readonly Pace pace;
    private readonly AccessToken? oauth;

    // Each request sets its own limit.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public HttpEndpoint(HttpSection section, ISecrets secrets, TimeProvider clock)
    {
        (this.section, this.secrets, this.clock) = (section, secrets, clock);
        pace = new Pace(section.RequestsPerSecond, clock);
        oauth = section.Auth is { TokenUrl: not null } auth ? new AccessToken(auth, secrets, clock) : null;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Asks for a page and hands the answer, of whatever status, to <paramref name="read"/> within the time limit.</summary>
    /// <exception cref="TimeoutException">The endpoint did not answer in time.</exception>
    public async Task<T> GetAsync<T>(Uri address, TimeSpan limit, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken token)
    {
        await pace.WaitAsync(token);
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, token);
        try
        {
            using var response = await SendAsync(address, either.Token);
            if (response.StatusCode != HttpStatusCode.Unauthorized || oauth is null)
                return await read(response, either.Token);

            // The token may have been withdrawn before its time: once more with a new one.
            oauth.Forget();
            using var second = await SendAsync(address, either.Token);
            return await read(second, either.Token);
        }
        catch (OperationCanceledException problem) when (timer.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TimeoutException($"{section.Url.GetLeftPart(UriPartial.Path)} did not answer within {limit.TotalSeconds:0} seconds.", problem);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (oauth is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await oauth.GetAsync(http, token));
        else if (section.Auth is { Header: { } header, Key: { } key } && !request.Headers.TryAddWithoutValidation(header, secrets.Open(key)))
            throw new PermanentFailureException($"auth: {header} cannot be the name of a header with a key; write such as X-Api-Key.");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
    }
}
