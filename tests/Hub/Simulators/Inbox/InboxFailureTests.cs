using System.Diagnostics;
using System.Net;
using IntegrationHub.Simulators.Inbox;

namespace IntegrationHub.Simulators.Tests.Inbox;

public sealed class InboxFailureTests
{
    [Theory]
    [InlineData("0", 0, 500)]
    [InlineData("3", 3, 500)]
    [InlineData("always", null, 500)]
    [InlineData("410", null, 410)]
    [InlineData("3:429", 3, 429)]
    [InlineData("always:302", null, 302)]
    public void What_may_fail_is_a_count_always_a_status_or_both(string text, int? count, int status) => InboxFailure.Parse(text).ShouldBe(new InboxFailure(count, status));

    [Theory]
    [InlineData("")]
    [InlineData("soms")]
    [InlineData("-1")]
    [InlineData("600")]
    [InlineData("3:200")]
    [InlineData("3:")]
    [InlineData("3:429:1")]
    public void Anything_else_is_refused_with_what_was_expected(string text) =>
        Should.Throw<FormatException>(() => InboxFailure.Parse(text)).Message.ShouldBe("Expected a count (3), 'always', a status from 300 to 599 (429), or count and status (3:429).");

    [Fact]
    public async Task The_first_deliveries_fail_and_the_next_is_taken()
    {
        await using var inbox = await InboxSender.StartAsync(options => options with { Failure = InboxFailure.Parse("2:503"), RetryAfter = TimeSpan.FromSeconds(7) });

        using var first = await inbox.PostAsync("{}", "a", null, null);
        first.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        first.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        (await inbox.SendAsync(InboxExamples.JobLost(), "a")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await inbox.SendAsync(InboxExamples.JobLost(), "a")).ShouldBe(HttpStatusCode.OK);

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("received").GetInt64().ShouldBe(1);
        signals.GetProperty("failed").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task It_can_be_told_to_answer_slowly()
    {
        await using var inbox = await InboxSender.StartAsync(options => options with { Delay = TimeSpan.FromMilliseconds(300) });
        var started = Stopwatch.GetTimestamp();

        (await inbox.SendAsync(InboxExamples.JobLost())).ShouldBe(HttpStatusCode.OK);

        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(280));
    }
}
