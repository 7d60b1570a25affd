using System.Net;

namespace IntegrationHub.Simulators.Tests.Inbox;

public sealed class InboxPageTests
{
    [Fact]
    public async Task It_shows_everything_the_hub_let_through_in_plain_Dutch()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.JobLost());

        var page = await inbox.PageAsync();

        string[] expected =
        [
            "<html lang=\"nl\">", "Iemand heeft geen werk meer", "maandag 16 november 2026", "vandaag om 10:32", "Annelies De Smedt", "85.67.30-033.60", "Voorbeeldstraat 12 bus 3",
            "Gent", "OCMW Gent", "mw-17", "Sociaal tarief voor energie", "MAGDA", "Beraadslaging KSZ 26/000 (voorbeeld)", "vandaag om 09:58",
        ];
        foreach (var text in expected)
            page.ShouldContain(text);
    }

    [Fact]
    public async Task Where_the_gate_hid_who_it_is_the_reference_stands()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Suspended());

        var page = await inbox.PageAsync();

        page.ShouldContain("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f");
        page.ShouldNotContain(">INSZ ");
    }

    [Fact]
    public async Task A_withdrawn_signal_is_struck_through_with_the_reason()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Discharged());
        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));

        var page = await inbox.PageAsync();

        page.ShouldContain("<del>Terug thuis na een opname in het ziekenhuis</del>");
        page.ShouldContain("<strong>Ingetrokken.</strong> Het ziekenhuis heeft het ontslag geannuleerd");
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_of_its_own_says_that_the_signal_no_longer_holds()
    {
        await using var inbox = await InboxSender.StartAsync();
        var withdrawal = InboxExamples.Discharged();
        withdrawal["type"] = "signal.withdrawn";
        await inbox.SendAsync(InboxExamples.Discharged());
        await inbox.SendAsync(withdrawal);

        (await inbox.PageAsync()).ShouldContain("<strong>Ingetrokken.</strong> Deze melding geldt niet meer.");
    }

    [Fact]
    public async Task Nothing_that_arrives_becomes_a_tag()
    {
        await using var inbox = await InboxSender.StartAsync();
        var signal = InboxExamples.JobLost();
        const string Attack = "\"'><script>alert(1)</script>";
        foreach (var field in new[] { "momentCode", "recipient", "worker", "citizen", "insz", "municipality", "legalBasis" })
            signal["data"]![field] = Attack;
        signal["data"]!["title"]!["nl"] = Attack;
        signal["data"]!["text"]!["nl"] = Attack;
        signal["data"]!["person"]!["familyName"] = Attack;
        signal["data"]!["sources"]![0] = Attack;
        signal["data"]!["rightsToExplore"]![3] = Attack;
        var right = signal["data"]!["rights"]![0]!;
        foreach (var field in new[] { "id", "authority", "grant" })
            right[field] = Attack;
        right["name"]!["nl"] = Attack;
        right["steps"]!["nl"]![0] = Attack;
        right["why"]!["text"]!["nl"] = Attack;
        right["why"]!["source"] = Attack;
        (await inbox.SendAsync(signal)).ShouldBe(HttpStatusCode.OK);

        using var answer = await inbox.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        page.ShouldNotContain("<script>alert");
        page.Split("&lt;script&gt;alert(1)").Length.ShouldBeGreaterThan(9);
    }

    [Theory]
    [InlineData("/", null, "nl")]
    [InlineData("/", "fr", "nl")]
    [InlineData("/", "en-GB,en;q=0.9", "en")]
    [InlineData("/", "fr,nl;q=0.5,en;q=0.4", "nl")]
    [InlineData("/", "nl;q=0,en;q=0.1", "en")]
    [InlineData("/?lang=en", "nl", "en")]
    [InlineData("/?lang=nl", "en", "nl")]
    [InlineData("/?lang=fr", null, "nl")]
    public async Task The_language_is_the_one_asked_for(string path, string? acceptLanguage, string expected)
    {
        await using var inbox = await InboxSender.StartAsync();

        (await inbox.PageAsync(path, acceptLanguage)).ShouldContain($"<html lang=\"{expected}\">");
    }

    [Fact]
    public async Task In_English_the_rights_have_English_names()
    {
        await using var inbox = await InboxSender.StartAsync(options => options with { Language = "en" });
        await inbox.SendAsync(InboxExamples.JobLost());

        var page = await inbox.PageAsync();

        page.ShouldContain("Somebody is out of work");
        page.ShouldContain("Social tariff for energy");
        page.ShouldContain("Monday 16 November 2026");
    }

    [Fact]
    public async Task A_right_unfolds_to_what_says_so_what_remains_to_be_done_and_where_it_is_explained()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.JobLost());

        var page = await inbox.PageAsync();

        string[] expected =
        [
            "<summary><span class=\"name\">Leefloon</span> <span class=\"grant\">zelf aanvragen</span></summary>", "<span>Kan van toepassing zijn door:</span> De laatste job is gestopt, <time", "</time> (MAGDA)</p>",
            "<span>Kan volgen uit:</span> Leefloon", "<li>Neem mee wat je hebt over inkomen, huur en gezin.</li>",
            "<a href=\"https://www.vlaanderen.be/leefloon\" target=\"_blank\" rel=\"noopener noreferrer\">Lees meer over Leefloon</a>",
        ];
        foreach (var text in expected)
            page.ShouldContain(text);
    }

    [Fact]
    public async Task A_right_of_which_only_the_id_came_is_a_readable_line()
    {
        await using var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.JobLost());

        (await inbox.PageAsync()).ShouldContain("<li class=\"bare\">Stookolie premie</li>");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://www.vlaanderen.be/leefloon")]
    [InlineData("/leefloon")]
    public async Task A_link_that_is_not_https_is_not_offered(string link)
    {
        await using var inbox = await InboxSender.StartAsync();
        var signal = InboxExamples.JobLost();
        signal["data"]!["rights"]!.AsArray()[1]!["link"] = link;
        await inbox.SendAsync(signal);

        (await inbox.PageAsync()).ShouldNotContain("Lees meer over Leefloon");
    }

    [Fact]
    public async Task An_empty_inbox_says_that_there_is_nothing_to_do()
    {
        await using var inbox = await InboxSender.StartAsync();

        (await inbox.PageAsync()).ShouldContain("Nog geen meldingen");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signals.json")]
    [InlineData("/inbox.js")]
    public async Task No_page_runs_what_is_not_its_own_or_rests_in_a_cache(string path)
    {
        await using var inbox = await InboxSender.StartAsync();

        using var answer = await inbox.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
