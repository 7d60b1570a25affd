using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Adapters.Magda.Transport;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda;

/// <summary>Whether something answers at each URL, and whether the folder of publications can be read. It asks MAGDA nothing: any HTTP answer but "unavailable" will do.</summary>
internal sealed class MagdaConnectionCheck(MagdaHttp http, PublicationFolder folder, MagdaOptions options, TimeProvider clock) : IConnectionCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        var urls = options.Endpoints.Values.Append(options.Url).OfType<string>().Distinct().ToList();
        var details = new List<string>();
        var reachable = true;
        foreach (var url in urls)
        {
            var result = await TryAsync(new Uri(url), token);
            reachable &= result.IsReachable;
            details.Add(result.Detail);
        }

        if (options.Publications is not null)
        {
            var result = LookIntoFolder();
            reachable &= result.IsReachable;
            details.Add(result.Detail);
        }

        return new(reachable, string.Join(' ', details));
    }

    private CheckResult LookIntoFolder()
    {
        try
        {
            return new(true, $"{options.Publications} can be read and holds {folder.List().Count} publications.");
        }
        catch (PermanentFailureException problem)
        {
            return new(false, problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new(false, $"{options.Publications} cannot be read ({problem.GetType().Name}): verify publications, and that the hub's user may read that folder.");
        }
    }

    private async Task<CheckResult> TryAsync(Uri url, CancellationToken token)
    {
        var place = url.GetLeftPart(UriPartial.Path);
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            using var response = await http.Client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var status = (int)response.StatusCode;
            return new(status is not (502 or 503 or 504), $"{place} answered with HTTP {status}.");
        }
        catch (PermanentFailureException problem)
        {
            return new(false, problem.Message);
        }
        catch (HttpRequestException problem)
        {
            return new(false, $"{place} cannot be reached ({problem.HttpRequestError}): verify url, the network and clientCertificate.");
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new(false, $"{place} did not answer within {Limit.TotalSeconds:0} seconds: verify url and the network.");
        }
    }
}
