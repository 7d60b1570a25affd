using System.Diagnostics;
using IntegrationHub.Adapters.Sdk;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class WebhookDestinationTests
{
    private const string Personal = "85673003360 De Smedt";

    [Fact]
    public async Task An_endpoint_that_is_gone_needs_a_person()
    {
        await using var endpoint = await Endpoint.StartAsync(410);
        using var destination = new Destination(endpoint.Url);

        await Should.ThrowAsync<PermanentFailureException>(() => destination.DeliverAsync(Signals.Full()));

        endpoint.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_that_throttles_sets_the_pace()
    {
        await using var endpoint = await Endpoint.StartAsync(429, headers => headers.RetryAfter = "7");
        using var destination = new Destination(endpoint.Url);

        (await Should.ThrowAsync<RetryLaterException>(() => destination.DeliverAsync(Signals.Full()))).Delay.ShouldBe(TimeSpan.FromSeconds(7));

        endpoint.Requests.ShouldBe(1, "the adapter holds no retry loop");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Endpoint.StartAsync(200);
        await using var endpoint = await Endpoint.StartAsync(307, headers => headers.Location = elsewhere.Url);
        using var destination = new Destination(endpoint.Url);

        (await Should.ThrowAsync<PermanentFailureException>(() => destination.DeliverAsync(Signals.Full()))).Message.ShouldContain("redirects");

        elsewhere.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_in_time_is_transient()
    {
        await using var endpoint = await Endpoint.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var destination = new Destination(endpoint.Url, timeoutSeconds: 1);
        var started = Stopwatch.GetTimestamp();

        (await Should.ThrowAsync<TimeoutException>(() => destination.DeliverAsync(Signals.Full()))).Message.ShouldBe("The endpoint did not answer within 1 seconds.");

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_hub_that_stops_is_no_timeout()
    {
        await using var endpoint = await Endpoint.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var destination = new Destination(endpoint.Url);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Should.ThrowAsync<OperationCanceledException>(() => destination.DeliverUntilAsync(Signals.Full(), stop.Token));
    }

    [Fact]
    public async Task An_endpoint_that_is_away_is_transient()
    {
        using var destination = new Destination("http://127.0.0.1:1/");

        await Should.ThrowAsync<HttpRequestException>(() => destination.DeliverAsync(Signals.Full()));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task What_the_endpoint_repeats_in_its_answer_goes_nowhere(int status)
    {
        await using var endpoint = await Endpoint.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Personal);
        });
        using var destination = new Destination(endpoint.Url);

        var said = await Record.ExceptionAsync(() => destination.DeliverAsync(Signals.Full())) is { } exception
            ? exception.ToString()
            : (await destination.DeliverAsync(Signals.Full())).ToString();

        said.ShouldContain($"status {status}");
        said.ShouldNotContain("85673003360");
        said.ShouldNotContain("De Smedt");
    }

    [Fact]
    public async Task A_signal_of_20_kB_or_more_is_refused_before_it_is_sent()
    {
        await using var endpoint = await Endpoint.StartAsync(200);
        using var destination = new Destination(endpoint.Url);

        var result = await destination.DeliverAsync(Signals.Full() with { Person = new PersonDetails { Remark = new string('x', 20_000) } });

        result.IsDelivered.ShouldBeFalse();
        result.Detail!.ShouldContain("at most 20000 may be sent");
        endpoint.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(405, true)]
    [InlineData(302, false)]
    [InlineData(410, false)]
    [InlineData(503, false)]
    public async Task The_check_reads_the_answer_to_a_request_that_changes_nothing(int status, bool isReachable)
    {
        await using var endpoint = await Endpoint.StartAsync(context =>
        {
            context.Request.Method.ShouldBe("HEAD");
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var destination = new Destination(endpoint.Url);

        var result = await destination.CheckAsync();

        result.IsReachable.ShouldBe(isReachable);
        result.Detail.ShouldContain($"{status}");
    }

    [Fact]
    public async Task The_check_of_an_endpoint_that_is_away_is_a_result()
    {
        using var destination = new Destination("http://127.0.0.1:1/");

        (await destination.CheckAsync()).IsReachable.ShouldBeFalse();
    }
}
