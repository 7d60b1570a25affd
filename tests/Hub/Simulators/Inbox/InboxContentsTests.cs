using System.Net;

namespace IntegrationHub.Simulators.Tests.Inbox;

public sealed class InboxContentsTests
{
    [Fact]
    public async Task The_same_webhook_id_twice_makes_one_line()
    {
        await using var inbox = await InboxSender.StartAsync();

        (await inbox.SendAsync(InboxExamples.JobLost(), "a")).ShouldBe(HttpStatusCode.OK);
        (await inbox.SendAsync(InboxExamples.JobLost(), "a")).ShouldBe(HttpStatusCode.OK);

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("signals").GetArrayLength().ShouldBe(1);
        signals.GetProperty("duplicates").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_signal_to_two_partners_is_a_line_for_each()
    {
        await using var inbox = await InboxSender.StartAsync();
        var toAnother = InboxExamples.JobLost();
        toAnother["data"]!["recipient"] = "dmw-999";

        await inbox.SendAsync(InboxExamples.JobLost());
        await inbox.SendAsync(toAnother);

        (await inbox.SignalsAsync()).GetProperty("open").GetInt64().ShouldBe(2);
    }

    [Fact]
    public async Task The_newest_comes_first()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.JobLost());
        await inbox.SendAsync(InboxExamples.Discharged());

        Codes(await inbox.SignalsAsync()).ShouldBe(["ziekenhuisontslag", "ontslag"]);
    }

    [Fact]
    public async Task On_the_page_what_is_urgent_comes_before_what_is_newer()
    {
        await using var inbox = await InboxSender.StartAsync();
        var urgent = InboxExamples.JobLost();
        urgent["data"]!["priority"] = "urgent";
        await inbox.SendAsync(urgent);
        await inbox.SendAsync(InboxExamples.Discharged());

        var page = await inbox.PageAsync();
        page.IndexOf("Iemand heeft geen werk meer", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("Terug thuis na een opname", StringComparison.Ordinal));
        page.ShouldContain("Waarom zie je dit?");
    }

    [Fact]
    public async Task An_update_refreshes_its_signal_and_brings_it_to_the_top()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.JobLost());
        await inbox.SendAsync(InboxExamples.Discharged());
        await inbox.SendAsync(InboxExamples.Update(InboxExamples.JobLost()));

        var signals = await inbox.SignalsAsync();
        Codes(signals).ShouldBe(["ontslag", "ziekenhuisontslag"]);
        signals.GetProperty("received").GetInt64().ShouldBe(2);
        signals.GetProperty("signals")[0].GetProperty("signal").GetProperty("moments").GetArrayLength().ShouldBe(2);
        var page = await inbox.PageAsync();
        page.ShouldContain("Dringend");
        page.ShouldContain("Wat er gebeurde");
        page.ShouldContain("iemand anders in het gezin");
    }

    [Fact]
    public async Task An_update_that_overtakes_its_signal_is_what_stays()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Update(InboxExamples.JobLost()));
        await inbox.SendAsync(InboxExamples.JobLost());

        var line = (await inbox.SignalsAsync()).GetProperty("signals")[0];
        line.GetProperty("signal").GetProperty("moments").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawal_marks_its_signal_and_keeps_what_it_said()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Discharged());
        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("open").GetInt32().ShouldBe(0);
        signals.GetProperty("withdrawn").GetInt32().ShouldBe(1);
        var line = signals.GetProperty("signals")[0];
        line.GetProperty("signal").GetProperty("text").GetProperty("nl").GetString().ShouldStartWith("Deze burger is uit het ziekenhuis ontslagen");
        line.GetProperty("withdrawalText").GetProperty("nl").GetString().ShouldStartWith("Het ziekenhuis heeft het ontslag geannuleerd");
    }

    [Fact]
    public async Task A_withdrawal_that_overtakes_its_signal_stays_a_withdrawal()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));
        await inbox.SendAsync(InboxExamples.Discharged());

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("signals").GetArrayLength().ShouldBe(1);
        signals.GetProperty("withdrawn").GetInt32().ShouldBe(1);
        (await inbox.PageAsync()).ShouldContain("Deze burger is uit het ziekenhuis ontslagen");
    }

    [Fact]
    public async Task A_signal_issued_again_after_its_withdrawal_is_open_again()
    {
        await using var inbox = await InboxSender.StartAsync();
        var again = InboxExamples.Discharged();
        again["timestamp"] = "2026-11-20T10:00:00Z";
        await inbox.SendAsync(InboxExamples.Discharged());
        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));
        await inbox.SendAsync(again);

        (await inbox.SignalsAsync()).GetProperty("open").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task It_keeps_the_last_thousand_and_counts_them_all()
    {
        await using var inbox = await InboxSender.StartAsync();
        for (var i = 0; i < 1_005; i++)
        {
            var signal = InboxExamples.JobLost();
            signal["data"]!["signalId"] = Guid.NewGuid().ToString();
            await inbox.SendAsync(signal);
        }

        var signals = await inbox.SignalsAsync();
        signals.GetProperty("received").GetInt64().ShouldBe(1_005);
        signals.GetProperty("signals").GetArrayLength().ShouldBe(1_000);
        Lines(await inbox.PageAsync()).ShouldBe(100);
        Lines(await inbox.PageAsync("/?all=1")).ShouldBe(1_000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"signal.issued\"}")]
    [InlineData("{\"type\":\"signal.issued\",\"timestamp\":\"2026-11-20T08:59:00Z\",\"data\":{\"signalId\":\"x\"}}")]
    [InlineData("{\"type\":\"signal.issued\",\"timestamp\":\"2026-11-20T08:59:00Z\",\"data\":null}")]
    public async Task A_body_that_is_no_signal_is_refused_with_a_sentence_that_does_not_repeat_it(string body)
    {
        await using var inbox = await InboxSender.StartAsync(options => options with { Secret = null });

        using var answer = await inbox.PostAsync(body, "a", null, null);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldStartWith("The ");
    }

    [Fact]
    public async Task A_type_it_does_not_know_is_refused()
    {
        await using var inbox = await InboxSender.StartAsync();
        var signal = InboxExamples.JobLost();
        signal["type"] = "contact.created";

        (await inbox.SendAsync(signal)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_over_20_kB_is_refused()
    {
        await using var inbox = await InboxSender.StartAsync();
        var signal = InboxExamples.JobLost();
        signal["data"]!["text"]!["nl"] = new string('a', 20_000);

        (await inbox.SendAsync(signal)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static string[] Codes(System.Text.Json.JsonElement signals) =>
        [.. signals.GetProperty("signals").EnumerateArray().Select(line => line.GetProperty("signal").GetProperty("momentCode").GetString()!)];

    private static int Lines(string page) => page.Split("<article").Length - 1;
}
