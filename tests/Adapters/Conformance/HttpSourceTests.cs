using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>The fake endpoint that comes with the kit.</summary>
public sealed class HttpSourceTests : IAsyncDisposable
{
    private readonly FakeSource source = HttpSource.Start(
        request => new HttpReply($"[\"{request.QueryString["page"]}\"]") { Headers = new Dictionary<string, string> { ["Link"] = "next" } },
        url => new JsonObject { ["url"] = url.ToString() },
        ["1"]);

    private readonly HttpClient client = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Uri Page => new(new Uri((string)source.Options["url"]!), "?page=7");

    [Fact]
    public async Task It_answers_as_the_function_says()
    {
        using var answer = await client.GetAsync(Page, Token);

        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("[\"7\"]");
        answer.Headers.GetValues("Link").ShouldBe(["next"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task It_takes_a_question_and_does_not_answer_once_it_is_stalled()
    {
        await source.StallAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asking = client.GetAsync(Page, patience.Token);

        (await Task.WhenAny(asking, Task.Delay(TimeSpan.FromMilliseconds(500), Token))).ShouldNotBe(asking);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Nobody_listens_once_it_went_away()
    {
        await source.GoAwayAsync();

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(Page, Token));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await source.DisposeAsync();
    }
}
