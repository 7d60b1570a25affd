using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Asks for the first page, with the credentials, and reads nothing of it.</summary>
internal sealed class HttpCheck(HttpSection section, HttpEndpoint endpoint, TimeProvider clock) : IConnectionCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly PageAddress addresses = new(section);

    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            return await endpoint.GetAsync(addresses.Of(new HttpPosition(section.Since?.Start, null, null)), Limit, AnswerAsync, token);
        }
        catch (Exception problem) when (problem is PermanentFailureException or RetryLaterException or TimeoutException)
        {
            return new CheckResult(false, problem.Message);
        }
        catch (HttpRequestException problem)
        {
            return new CheckResult(false, problem.StatusCode is { } status
                ? $"{addresses.Shown} answered with HTTP {(int)status}: try again later, or ask its owner."
                : $"{addresses.Shown} cannot be reached ({problem.HttpRequestError}): verify url and the network.");
        }
    }

    private Task<CheckResult> AnswerAsync(HttpResponseMessage response, CancellationToken token)
    {
        HttpAnswer.RefuseStatus(response, addresses.Shown, clock);
        var type = response.Content.Headers.ContentType?.MediaType;
        return Task.FromResult(type is "text/html"
            ? new CheckResult(false, $"{addresses.Shown} answered an HTML page: verify url and auth.")
            : new CheckResult(true, $"{addresses.Shown} answered with HTTP {(int)response.StatusCode}{(type is null ? "" : $", {type}")}."));
    }
}
