using System.Net;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Simulators.Inbox;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>A delivery to the simulated inbox.</summary>
internal sealed class InboxTarget(string name, int share, IReadOnlyList<Sample> corpus) : Target(name, Shape.Json, share, corpus), IAsyncDisposable
{
    private readonly HttpClient client = new();
    private WebApplication? inbox;

    public override async Task RunAsync(Sample sample, byte[] input, FuzzedHub hub, CancellationToken token)
    {
        inbox ??= await InboxSimulator.StartAsync(new InboxSimulatorOptions { Urls = "http://127.0.0.1:0" }, token);
        using var request = new HttpRequestMessage(HttpMethod.Post, inbox.Urls.First() + "/webhooks") { Content = new ByteArrayContent(input) };
        request.Headers.Add("webhook-id", "msg_fuzz");
        using var answer = await client.SendAsync(request, token);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge))
            hub.Witness.Note($"the inbox answers {(int)answer.StatusCode}");
        hub.Witness.Look("the inbox's answer", await answer.Content.ReadAsStringAsync(token));
        hub.Witness.Count(answer.IsSuccessStatusCode ? 1 : 0, answer.IsSuccessStatusCode ? 0 : 1);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (inbox is not null)
            await inbox.DisposeAsync();
    }
}
