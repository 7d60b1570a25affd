using System.Net;
using System.Net.Http.Headers;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook.Tests;

public sealed class WebhookAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public void Any_success_is_delivered(int status) => Read(status).ShouldBe(DeliveryResult.Delivered($"status {status}"));

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    public void What_is_wrong_with_this_signal_refuses_this_signal(int status) => Read(status).ShouldBe(DeliveryResult.Refused($"The endpoint refuses this signal (status {status})."));

    [Theory]
    [InlineData(301, "redirects")]
    [InlineData(307, "redirects")]
    [InlineData(401, "'secrets'")]
    [InlineData(403, "'secrets'")]
    [InlineData(404, "'url'")]
    [InlineData(405, "'url'")]
    [InlineData(410, "is gone")]
    [InlineData(415, "ask its owner")]
    public void What_is_wrong_with_the_endpoint_waits_for_a_person_and_says_what_to_do(int status, string sentence) =>
        Should.Throw<PermanentFailureException>(() => Read(status)).Message.ShouldContain(sentence);

    [Theory]
    [InlineData(429, 60)]
    [InlineData(502, 30)]
    [InlineData(504, 30)]
    public void A_crowded_endpoint_gets_time(int status, int seconds) => Should.Throw<RetryLaterException>(() => Read(status)).Delay.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public void Retry_after_in_seconds_sets_the_pace(int status) =>
        Should.Throw<RetryLaterException>(() => Read(status, new(TimeSpan.FromSeconds(90)))).Delay.ShouldBe(TimeSpan.FromSeconds(90));

    [Fact]
    public void Retry_after_as_a_date_sets_the_pace() =>
        Should.Throw<RetryLaterException>(() => Read(429, new(Now.AddMinutes(5)))).Delay.ShouldBe(TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(-60, 1)]
    [InlineData(0, 1)]
    [InlineData(86_400, 3_600)]
    public void Retry_after_is_held_between_a_second_and_an_hour(int asked, int given) =>
        Should.Throw<RetryLaterException>(() => Read(429, new(Now.AddSeconds(asked)))).Delay.ShouldBe(TimeSpan.FromSeconds(given));

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(599)]
    public void A_failing_endpoint_is_tried_again_by_the_host(int status) => Should.Throw<HttpRequestException>(() => Read(status)).Message.ShouldBe($"The endpoint failed (status {status}).");

    private static DeliveryResult Read(int status, RetryConditionHeaderValue? retryAfter = null) => WebhookAnswer.Read((HttpStatusCode)status, retryAfter, Now);
}
