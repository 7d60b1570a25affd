using System.Globalization;
using System.Net;

namespace IntegrationHub.Simulators.Tests.Inbox;

public sealed class InboxSignatureTests
{
    private const string OtherSecret = "whsec_YW5vdGhlciBzZWNyZXQgb2YgMjQgYnl0ZXMhIQ==";

    [Fact]
    public async Task A_delivery_signed_with_the_secret_is_taken()
    {
        await using var inbox = await InboxSender.StartAsync();

        (await inbox.SendAsync(InboxExamples.JobLost())).ShouldBe(HttpStatusCode.OK);

        (await inbox.SignalsAsync()).GetProperty("received").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task During_a_rotation_one_of_the_signatures_is_enough()
    {
        await using var inbox = await InboxSender.StartAsync();
        var (body, now) = (InboxExamples.JobLost().ToJsonString(), inbox.Time.Now.ToUnixTimeSeconds());
        var signatures = $"{InboxSender.Sign("a", now, body, OtherSecret)} v1a,AAAA {InboxSender.Sign("a", now, body)}";

        (await inbox.SendAsync(body, "a", Text(now), signatures)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_delivery_signed_with_another_secret_is_refused() => await ShouldBeRefused((body, now) => ("a", Text(now), InboxSender.Sign("a", now, body, OtherSecret)));

    [Fact]
    public async Task A_signature_over_another_id_is_refused() => await ShouldBeRefused((body, now) => ("a", Text(now), InboxSender.Sign("b", now, body)));

    [Fact]
    public async Task A_signature_over_another_body_is_refused() => await ShouldBeRefused((body, now) => ("a", Text(now), InboxSender.Sign("a", now, body + " ")));

    [Fact]
    public async Task A_delivery_without_a_signature_is_refused() => await ShouldBeRefused((_, now) => ("a", Text(now), null));

    [Fact]
    public async Task A_shortened_signature_is_refused() => await ShouldBeRefused((_, now) => ("a", Text(now), "v1,"));

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_timestamp_more_than_five_minutes_away_is_refused_though_its_signature_is_right(int seconds) =>
        await ShouldBeRefused((body, now) => ("a", Text(now + seconds), InboxSender.Sign("a", now + seconds, body)));

    [Theory]
    [InlineData("soon")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775807")]
    public async Task A_timestamp_that_is_no_time_is_refused(string timestamp) => await ShouldBeRefused((body, now) => ("a", timestamp, InboxSender.Sign("a", now, body)));

    [Fact]
    public async Task Without_a_secret_all_is_taken_and_the_page_says_so()
    {
        await using var inbox = await InboxSender.StartAsync(options => options with { Secret = null });

        (await inbox.SendAsync(InboxExamples.JobLost().ToJsonString(), "a", null, null)).ShouldBe(HttpStatusCode.OK);

        (await inbox.PageAsync()).ShouldContain("controleert de handtekening niet");
    }

    [Fact]
    public async Task A_secret_of_another_form_starts_nothing() =>
        (await Should.ThrowAsync<FormatException>(() => InboxSender.StartAsync(options => options with { Secret = "geheim" }))).Message.ShouldContain("whsec_");

    private static async Task ShouldBeRefused(Func<string, long, (string Id, string Timestamp, string? Signature)> make)
    {
        await using var inbox = await InboxSender.StartAsync();
        var body = InboxExamples.JobLost().ToJsonString();
        var (id, timestamp, signature) = make(body, inbox.Time.Now.ToUnixTimeSeconds());

        (await inbox.SendAsync(body, id, timestamp, signature)).ShouldBe(HttpStatusCode.Unauthorized);

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("received").GetInt64().ShouldBe(0);
        signals.GetProperty("refused").GetInt64().ShouldBe(1);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
