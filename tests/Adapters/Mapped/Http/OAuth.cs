using IntegrationHub.Adapters.Sdk;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Mapped.Tests.Http;

public sealed class OAuth
{
    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private int tokens;
    private string valid = "";
    private string form = "";

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Path == "/token")
        {
            form = string.Join('&', (await context.Request.ReadFormAsync()).OrderBy(field => field.Key).Select(field => $"{field.Key}={field.Value}"));
            valid = $"t{++tokens}";
            await context.Response.WriteAsync($$"""{"access_token":"{{valid}}","token_type":"Bearer","expires_in":600}""");
            return;
        }

        context.Response.StatusCode = context.Request.Headers.Authorization == $"Bearer {valid}" ? 200 : 401;
        await context.Response.WriteAsync(ReadingPages.Page([1]));
    }

    private static Reading Of(Endpoint endpoint, TimeProvider? clock = null) =>
        new(ReadingPages.Yaml($"url: {endpoint.Url}/d\nauth: {{ tokenUrl: \"{endpoint.Url}/token\", clientId: hub, clientSecret: \"file:secret\", scope: lezen }}"), clock) { Secrets = { ["file:secret"] = "s3cret" } };

    [Fact]
    public async Task A_token_is_fetched_once_and_again_shortly_before_it_expires()
    {
        await using var endpoint = await Endpoint.StartAsync(AnswerAsync);
        var clock = new Clock();
        await using var reading = Of(endpoint, clock);

        await reading.PullAsync();
        clock.Now += TimeSpan.FromSeconds(530);
        await reading.PullAsync();
        tokens.ShouldBe(1);
        clock.Now += TimeSpan.FromSeconds(15);
        await reading.PullAsync();

        tokens.ShouldBe(2);
        form.ShouldBe("client_id=hub&client_secret=s3cret&grant_type=client_credentials&scope=lezen");
        endpoint.Asked.ShouldBe(["/token", "/d", "/d", "/token", "/d"]);
    }

    [Theory]
    [InlineData("\"access_token\":\"t1\",\"expires_in\":\"600\"", true)]
    [InlineData("\"access_token\":\"t1\",\"expires_in\":null", true)]
    [InlineData("\"access_token\":null,\"expires_in\":600", false)]
    [InlineData("\"access_token\":\"\"", false)]
    public async Task How_long_a_token_lasts_may_be_text_and_a_token_that_is_empty_is_none(string answer, bool isToken)
    {
        await using var endpoint = await Endpoint.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/token" ? $"{{{answer}}}" : ReadingPages.Page([1])));
        await using var reading = Of(endpoint);

        if (isToken)
            Reading.Ids(await reading.PullAsync()).ShouldBe(["dossier:D1"]);
        else
            (await reading.FailAsync<PermanentFailureException>()).Message.ShouldEndWith("/token answered something other than an OAuth2 token: verify tokenUrl.");
        endpoint.Asked.ShouldBe(isToken ? ["/token", "/d"] : ["/token"]);
    }

    [Fact]
    public async Task A_token_that_is_refused_before_its_time_is_renewed_once()
    {
        await using var endpoint = await Endpoint.StartAsync(AnswerAsync);
        await using var reading = Of(endpoint);
        await reading.PullAsync();

        valid = "withdrawn";
        Reading.Ids(await reading.PullAsync()).ShouldBe(["dossier:D1"]);

        endpoint.Asked.ShouldBe(["/token", "/d", "/d", "/token", "/d"]);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_a_new_token_too_is_not_asked_a_third_time()
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/token" ? 200 : 401;
            await context.Response.WriteAsync("""{"access_token":"x"}""");
        });
        await using var reading = Of(endpoint);

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("refuses access (HTTP 401)");
        endpoint.Asked.ShouldBe(["/token", "/d", "/token", "/d"]);
    }

    [Theory]
    [InlineData(400, "{\"error\":\"invalid_client\"}", "gives no token (HTTP 400): verify clientId, clientSecret and scope")]
    [InlineData(200, "<html>", "answered something other than an OAuth2 token: verify tokenUrl")]
    [InlineData(200, "{}", "answered something other than an OAuth2 token: verify tokenUrl")]
    [InlineData(404, "", "(HTTP 404): verify url")]
    public async Task A_token_that_is_not_given_is_said(int status, string body, string said)
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
        });
        await using var reading = Of(endpoint);

        var problem = (await reading.FailAsync<PermanentFailureException>()).Message;
        problem.ShouldContain(said);
        problem.ShouldNotContain("s3cret");
    }
}
