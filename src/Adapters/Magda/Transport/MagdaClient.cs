using System.Net;
using System.Net.Http.Headers;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>Sends one request and reads one reply, bounded in time and size. What HTTP itself says (throttled, refused, gone) becomes an exception of the Sdk.</summary>
internal sealed class MagdaClient(HttpClient http, MagdaOptions options, InstanceContext context, IMessageSigner signer, Pace pace, TimeProvider clock)
{
    // A wrong clock or a slip on the other side must not silence this source for months.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public async Task<MagdaAnswer> SendAsync(MagdaRequest request, CancellationToken token)
    {
        await pace.WaitAsync(token);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            using var message = Message(request);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            RefuseByStatus(response, request.Service.Name);
            return await ReadAsync(response, request.Service.Name, either.Token);
        }
        catch (OperationCanceledException problem) when (limit.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new TimeoutException($"MAGDA did not answer {request.Service.Name} within {options.TimeoutSeconds} seconds.", problem);
        }
    }

    private HttpRequestMessage Message(MagdaRequest request)
    {
        var content = new ByteArrayContent(signer.Sign(request.Envelope));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", "utf-8");
        var message = new HttpRequestMessage(HttpMethod.Post, options.EndpointOf(request.Service.Name)) { Content = content };
        message.Headers.Add("SOAPAction", "\"\"");
        return message;
    }

    private void RefuseByStatus(HttpResponseMessage response, string service)
    {
        var status = (int)response.StatusCode;
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable:
                throw new RetryLaterException(RetryAfter(response), $"MAGDA answered {service} with HTTP {status}.");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new PermanentFailureException($"MAGDA refused {service} with HTTP {status}: verify clientCertificate and the access of this application.");
            case HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed:
                throw new PermanentFailureException($"Nothing answers {service} at its URL (HTTP {status}): verify url and endpoints.");
        }

        // SOAP 1.1 sends a Fault with status 500: its body tells more.
        var mayBeFault = response.StatusCode == HttpStatusCode.InternalServerError && response.Content.Headers.ContentType?.MediaType is "text/xml";
        if (!response.IsSuccessStatusCode && !mayBeFault)
            throw new HttpRequestException($"MAGDA answered {service} with HTTP {status}.", null, response.StatusCode);
    }

    private TimeSpan RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var asked = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        if (asked is not { } delay || delay <= TimeSpan.Zero)
            return TimeSpan.FromSeconds(options.ThrottleDelaySeconds);
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private async Task<MagdaAnswer> ReadAsync(HttpResponseMessage response, string service, CancellationToken token)
    {
        var max = context.MaxRecordBytes;
        if (response.Content.Headers.ContentLength is { } length && length > max)
            return new(default, length, null);
        await using var stream = await response.Content.ReadAsStreamAsync(token);
        using var read = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int count; (count = await stream.ReadAsync(chunk, token)) > 0;)
        {
            if (read.Length + count > max)
                return new(default, read.Length + count, null);
            read.Write(chunk, 0, count);
        }

        var raw = read.ToArray();
        return new(raw, null, MagdaReply.Read(raw, service, max));
    }
}
