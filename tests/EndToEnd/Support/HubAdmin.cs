using System.Net;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>What an administrator asks of a running hub.</summary>
internal static class HubAdmin
{
    /// <summary>Has the source run now; where a host that died was running it, another takes it over.</summary>
    public static async Task RunSourceAsync(HubFolder folder, CancellationToken token, string source = HubFolder.Ocmw)
    {
        using var client = folder.ClientFor();
        using var answer = await client.PostAsync(new Uri($"{folder.Url}/admin/sources/{source}/run"), null, token);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.Conflict);
    }
}
