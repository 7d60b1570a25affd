using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IntegrationHub.Simulators.Tests.Inbox;

public sealed class InboxBrowserTests
{
    [Theory]
    [InlineData("inbox.png", 1280, 900, ColorScheme.Light)]
    [InlineData("inbox-phone.png", 390, 1100, ColorScheme.Light)]
    [InlineData("inbox-dark.png", 1280, 900, ColorScheme.Dark)]
    public async Task It_looks_good_on_a_desk_a_phone_and_in_the_dark(string picture, int width, int height, ColorScheme scheme)
    {
        await using var inbox = await FilledAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(width, height, scheme);
        var (page, complaints) = await OpenAsync(context, inbox.Address);

        await Expect(page.Locator("article")).ToHaveCountAsync(4);
        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, "nothing sticks out sideways");
        await page.ScreenshotAsync(new() { Path = InboxBrowser.Picture(picture), FullPage = width > 600 });
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_inbox_looks_calm()
    {
        await using var inbox = await InboxSender.StartAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(1280, 720);
        var (page, complaints) = await OpenAsync(context, inbox.Address);

        await Expect(page.GetByText("Nog geen meldingen")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = InboxBrowser.Picture("inbox-empty.png") });
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_arrives_appears_by_itself_and_is_announced()
    {
        await using var inbox = await InboxSender.StartAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(1280, 900);
        var (page, complaints) = await OpenAsync(context, inbox.Address);
        await Expect(page.GetByText("Nieuwe meldingen verschijnen vanzelf")).ToBeVisibleAsync();

        await inbox.SendAsync(InboxExamples.JobLost());
        await Expect(page.Locator("article")).ToHaveCountAsync(1);
        await inbox.SendAsync(InboxExamples.Discharged());
        await Expect(page.Locator("article")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 nieuwe melding");
        await Expect(page.Locator("h2").First).ToHaveTextAsync("Terug thuis na een opname in het ziekenhuis");

        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));
        await Expect(page.Locator("h2 del")).ToHaveCountAsync(1);
        await Expect(page.Locator("article")).ToHaveCountAsync(2);
        await Expect(page).ToHaveTitleAsync("Meldingen (1) - Inbox van de hulpverlener");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_that_was_unfolded_stays_so_when_news_arrives()
    {
        await using var inbox = await FilledAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(1280, 900);
        var (page, complaints) = await OpenAsync(context, inbox.Address);
        await Expect(page.GetByText("Nieuwe meldingen verschijnen vanzelf")).ToBeVisibleAsync();
        var steps = page.Locator("details[data-right=leefloon] ol");
        await Expect(steps).ToBeHiddenAsync();

        await page.Locator("details[data-right=leefloon] summary").ClickAsync();
        await Expect(steps).ToBeVisibleAsync();
        await page.Locator("details[data-right=sociaal-tarief-energie] summary").ClickAsync();
        await page.Locator("article", new() { Has = steps }).ScreenshotAsync(new() { Path = InboxBrowser.Picture("inbox-rights.png") });

        await inbox.SendAsync(InboxExamples.Update(InboxExamples.JobLost()));
        await Expect(page.GetByText("Iemand is terug uit het ziekenhuis")).ToBeVisibleAsync();
        await Expect(steps).ToBeVisibleAsync();
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_script_the_page_is_complete()
    {
        await using var inbox = await FilledAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(1280, 900, script: false);
        var (page, _) = await OpenAsync(context, inbox.Address);

        await Expect(page.Locator("article")).ToHaveCountAsync(4);
        await Expect(page.GetByText("Deze pagina vernieuwt om de 10 seconden")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_keyboard_reaches_the_signals_first()
    {
        await using var inbox = await FilledAsync();
        await using var browser = await InboxBrowser.StartAsync();
        await using var context = await browser.NewContextAsync(1280, 900);
        var (page, _) = await OpenAsync(context, inbox.Address);

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByText("Ga naar de meldingen")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private static async Task<InboxSender> FilledAsync()
    {
        var inbox = await InboxSender.StartAsync();
        await inbox.SendAsync(InboxExamples.Suspended());
        inbox.Time.Now = inbox.Time.Now.AddMinutes(7);
        await inbox.SendAsync(InboxExamples.Discharged());
        inbox.Time.Now = inbox.Time.Now.AddMinutes(12);
        await inbox.SendAsync(InboxExamples.JobLost());
        inbox.Time.Now = inbox.Time.Now.AddMinutes(4);
        await inbox.SendAsync(InboxExamples.EvictionClaimed());
        await inbox.SendAsync(InboxExamples.Withdrawal(InboxExamples.Discharged()));
        return inbox;
    }

    private static async Task<(IPage Page, List<string> Complaints)> OpenAsync(IBrowserContext context, Uri address)
    {
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(address.ToString());
        return (page, complaints);
    }
}
