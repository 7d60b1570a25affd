using System.Net;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Webhook.Inside;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>The connection to the endpoint: no redirects, no cookies, no proxy that would connect in our place, never inside unless allowed, and an attempt that ends by the clock of the host.</summary>
public sealed class WebhookHttp(IOptions<WebhookOptions> options, TimeProvider time) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = (context, token) => new GuardedConnection(new AllowedInside(options.Value.AllowInternal), Dns.GetHostAddressesAsync).ConnectAsync(context.DnsEndPoint, token),
        // A changed DNS record counts within minutes, though a connection stays open between signals.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // What an endpoint answers is not read; a long body costs its connection, not our memory.
        MaxResponseDrainSize = 16 * 1024,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends and returns as soon as the headers of the answer are there.</summary>
    /// <exception cref="TimeoutException">The endpoint did not answer in time.</exception>
    /// <exception cref="HttpRequestException">The endpoint was not reached.</exception>
    /// <exception cref="PermanentFailureException">The endpoint lies inside and is not allowed.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken token)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, deadline.Token);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is PermanentFailureException refusal)
        {
            throw new PermanentFailureException(refusal.Message, e);
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TimeoutException($"The endpoint did not answer within {timeout.TotalSeconds:0.#} seconds.", e);
        }
    }

    /// <summary>A request to the configured address.</summary>
    public HttpRequestMessage NewRequest(HttpMethod method)
    {
        var request = new HttpRequestMessage(method, new Uri(options.Value.Url));
        request.Headers.UserAgent.ParseAdd("IntegrationHub/0.1");
        return request;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
