using System.Net;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>What HTTP itself says (throttled, refused, gone), as exceptions of the Sdk; and the body, bounded.</summary>
internal static class HttpAnswer
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(60);

    // A slip on the other side must not silence this source for months.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <exception cref="RetryLaterException">The endpoint asks for time.</exception>
    /// <exception cref="PermanentFailureException">A person must change something.</exception>
    /// <exception cref="HttpRequestException">It failed; it may not the next time.</exception>
    public static void RefuseStatus(HttpResponseMessage response, string place, TimeProvider clock)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable)
            throw new RetryLaterException(RetryAfter(response, clock), $"{place} asks for time (HTTP {status}).");
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new PermanentFailureException($"{place} refuses access (HTTP {status}): verify auth in the mapping, the secret behind it, and what the system's owner granted.");
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed)
            throw new PermanentFailureException($"Nothing answers at {place} (HTTP {status}): verify url in the mapping.");
        if (status is >= 300 and < 400)
            throw new PermanentFailureException($"{place} sends us on to another address (HTTP {status}), where the hub does not take its credentials: write the final address in url.");
        if (status is >= 400 and < 500 and not 408)
            throw new PermanentFailureException($"{place} does not understand the question (HTTP {status}): verify since, paging and the query in url.");
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"{place} answered with HTTP {status}.", null, response.StatusCode);
    }

    /// <summary>The body; null when it is larger than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, long maxBytes, CancellationToken token)
    {
        if (response.Content.Headers.ContentLength > maxBytes)
            return null;
        await using var stream = await response.Content.ReadAsStreamAsync(token);
        using var read = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int count; (count = await stream.ReadAsync(chunk, token)) > 0;)
        {
            if (read.Length + count > maxBytes)
                return null;
            read.Write(chunk, 0, count);
        }

        return read.ToArray();
    }

    private static TimeSpan RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var asked = header?.Delta ?? (header?.Date - clock.GetUtcNow()) ?? UsualDelay;
        return asked < ShortestDelay ? ShortestDelay : asked < LongestDelay ? asked : LongestDelay;
    }
}
