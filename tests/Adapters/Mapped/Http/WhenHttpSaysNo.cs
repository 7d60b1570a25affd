using IntegrationHub.Adapters.Sdk;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Mapped.Tests.Http;

public sealed class WhenHttpSaysNo
{
    private static Task<Endpoint> AnswerAsync(int status, string body = "", string type = "application/json", params (string Name, string Value)[] headers) => Endpoint.StartAsync(async context =>
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        await context.Response.WriteAsync(body);
    });

    [Theory]
    [InlineData(401, "refuses access (HTTP 401): verify auth")]
    [InlineData(403, "refuses access (HTTP 403): verify auth")]
    [InlineData(404, "(HTTP 404): verify url")]
    [InlineData(400, "does not understand the question (HTTP 400)")]
    [InlineData(302, "sends us on to another address (HTTP 302)")]
    public async Task What_a_person_must_mend_is_said(int status, string said)
    {
        await using var endpoint = await AnswerAsync(status, headers: ("Location", "https://elsewhere.example/"));
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d?key=s3cret"));

        var problem = (await reading.FailAsync<PermanentFailureException>()).Message;

        problem.ShouldContain(said);
        problem.ShouldNotContain("s3cret");
        (await reading.CheckAsync()).ShouldBe(new CheckResult(false, problem));
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, null, 60)]
    [InlineData(503, "999999", 3600)]
    [InlineData(429, "0", 1)]
    public async Task An_endpoint_that_asks_for_time_gets_it(int status, string? after, int seconds)
    {
        await using var endpoint = await AnswerAsync(status, headers: after is null ? [] : [("Retry-After", after)]);
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d"));

        (await reading.FailAsync<RetryLaterException>()).Delay.ShouldBe(TimeSpan.FromSeconds(seconds));
        (await reading.CheckAsync()).IsReachable.ShouldBeFalse();
    }

    [Fact]
    public async Task An_error_of_the_endpoint_may_be_over_the_next_time()
    {
        await using var endpoint = await AnswerAsync(500);
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d"));

        await reading.FailAsync<HttpRequestException>();
        (await reading.CheckAsync()).Detail.ShouldContain("answered with HTTP 500");
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_in_time_is_tried_again()
    {
        await using var endpoint = await Endpoint.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\ntimeoutSeconds: 1"));

        (await reading.FailAsync<TimeoutException>()).Message.ShouldEndWith("did not answer within 1 seconds.");
    }

    [Fact]
    public async Task An_endpoint_that_is_away_is_a_result_of_the_check_and_not_an_exception()
    {
        await using var reading = new Reading(ReadingPages.Yaml("url: http://127.0.0.1:9/d"));

        var result = await reading.CheckAsync();

        result.IsReachable.ShouldBeFalse();
        result.Detail.ShouldStartWith("http://127.0.0.1:9/d cannot be reached (ConnectionError)");
        await reading.FailAsync<HttpRequestException>();
    }

    [Fact]
    public async Task An_HTML_page_is_told_from_data()
    {
        await using var endpoint = await AnswerAsync(200, "<html>Log in", "text/html; charset=utf-8");
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d"));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("answered an HTML page where json was expected");
        (await reading.CheckAsync()).IsReachable.ShouldBeFalse();
    }

    [Theory]
    [InlineData("application/xml", "json", "answered application/xml where json was expected")]
    [InlineData("application/fhir+json", "xml\n    rows: //R", "answered application/fhir+json where xml was expected")]
    public async Task Another_format_than_the_mapping_expects_is_said(string type, string format, string said)
    {
        await using var endpoint = await AnswerAsync(200, "<E/>", type);
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d", format));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain(said);
    }

    [Fact]
    public async Task A_page_that_breaks_off_keeps_what_came_before_it_and_is_asked_for_again()
    {
        await using var endpoint = await AnswerAsync(200, $$"""{"items":[{{ReadingPages.Row(1)}},{"nr""");
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d"));
        var before = new List<SourceBatch>();

        var problem = await reading.FailAsync<PermanentFailureException>(before);

        problem.Message.ShouldContain("answered a page that cannot be read: expected JSON to its end");
        var records = before.SelectMany(batch => batch.Records).ToList();
        records.Select(record => reading.Normaliser.Normalise(record).IsRejected).ShouldBe([false, true]);
        records[1].Raw.Length.ShouldBeGreaterThan(0);
        before.ShouldAllBe(batch => batch.Checkpoint == null);
    }

    [Fact]
    public async Task A_page_over_the_limit_is_refused_before_it_is_in_memory()
    {
        await using var endpoint = await AnswerAsync(200, new string(' ', 5000) + "[]");
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d"), maxRecordBytes: 4000);

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("a page of more than 4000 bytes: ask for smaller pages");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/d", "gives a next page at another server (http://127.0.0.1:1)")]
    [InlineData("//evil.example/d", "gives a next page at another server (http://evil.example)")]
    [InlineData("?self=1", "gives a page as its own next one")]
    public async Task A_next_page_elsewhere_is_not_followed(string next, string said)
    {
        await using var endpoint = await AnswerAsync(200, $$"""{"items":[],"next":"{{next}}"}""");
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d?self=1\npaging: {{ next: next }}"));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain(said);
        endpoint.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_know_the_paging_is_not_asked_for_ever()
    {
        await using var endpoint = await AnswerAsync(200, ReadingPages.Page([1]));
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\npaging: {{ page: pagina }}"));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("answered the same page twice in a row");
        endpoint.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Pages_that_go_round_in_a_circle_are_not_read_for_ever()
    {
        await using var endpoint = await Endpoint.JsonAsync(request => $$"""{"items":[],"next":"?p={{(request.Query["p"] == "a" ? "b" : "a")}}"}""");
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\npaging: {{ next: next }}"));

        (await reading.FailAsync<PermanentFailureException>()).Message.ShouldContain("its pages go round in a circle");
        endpoint.Asked.ShouldBe(["/d", "/d?p=a", "/d?p=b"]);
    }

    [Theory]
    [InlineData("page: p", "/d?p=1 /d?p=2 /d?p=3")]
    [InlineData("offset: from", "/d?from=0 /d?from=1 /d?from=2")]
    public async Task A_page_past_the_last_one_that_is_not_found_ends_the_round(string paging, string asked)
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            var number = int.Parse(context.Request.Query["p"].FirstOrDefault() ?? $"{1 + int.Parse(context.Request.Query["from"]!, null)}", null);
            context.Response.StatusCode = number > 2 ? 404 : 200;
            await context.Response.WriteAsync(number > 2 ? "" : ReadingPages.Page([number]));
        });
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\npaging: {{ {paging} }}"));

        var batches = await reading.PullAsync();
        var again = await reading.PullAsync(Reading.Last(batches));

        Reading.Ids(batches).ShouldBe(["dossier:D1", "dossier:D2"]);
        Reading.Ids(again).ShouldBe(["dossier:D1", "dossier:D2"]);
        endpoint.Asked.ShouldBe([.. asked.Split(' '), .. asked.Split(' ')]);
    }

    [Theory]
    [InlineData("links.nxt", true)]
    [InlineData("links.next", false)]
    public async Task A_path_of_the_next_page_at_which_nothing_stands_is_told(string path, bool isTold)
    {
        await using var endpoint = await Endpoint.JsonAsync(_ => ReadingPages.Page([1], ",\"links\":{\"next\":null}"));
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\npaging: {{ next: {path} }}"));

        Reading.Ids(await reading.PullAsync()).ShouldBe(["dossier:D1"]);
        reading.Logged.Exists(line => line.Contains($"nothing stands at {path} (paging: next)", StringComparison.Ordinal)).ShouldBe(isTold);
    }

    [Fact]
    public async Task A_key_goes_along_in_its_header()
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Headers["X-Api-Key"] == "s3cret" ? 200 : 401;
            await context.Response.WriteAsync(ReadingPages.Page([1]));
        });
        await using var reading = new Reading(ReadingPages.Yaml($"url: {endpoint.Url}/d\nauth: {{ header: X-Api-Key, key: env:CAW_KEY }}")) { Secrets = { ["env:CAW_KEY"] = "s3cret" } };

        Reading.Ids(await reading.PullAsync()).ShouldBe(["dossier:D1"]);
        (await reading.CheckAsync()).ShouldBe(new CheckResult(true, $"{endpoint.Url}/d answered with HTTP 200."));
        reading.Logged.ShouldAllBe(line => !line.Contains("s3cret", StringComparison.Ordinal));
    }
}
