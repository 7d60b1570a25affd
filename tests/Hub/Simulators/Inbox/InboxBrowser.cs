using IntegrationHub.Tests.Servers;
using Microsoft.Playwright;

namespace IntegrationHub.Simulators.Tests.Inbox;

/// <summary>A browser that looks at the page as a Dutch-speaking case worker would.</summary>
internal sealed class InboxBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private InboxBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<InboxBrowser> StartAsync()
    {
        // A busy machine may take its time; a page that is right is found at once.
        Assertions.SetDefaultExpectTimeout(30_000);
        var driver = await Playwright.CreateAsync();
        return new InboxBrowser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.ExecutablePath, Args = Chromium.Arguments }));
    }

    public Task<IBrowserContext> NewContextAsync(int width, int height, ColorScheme scheme = ColorScheme.Light, bool script = true) => browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        ColorScheme = scheme,
        Locale = "nl-BE",
        JavaScriptEnabled = script,
        DeviceScaleFactor = 2,
    });

    /// <summary>Where pictures are left for people to look at.</summary>
    public static string Picture(string name) => Path.Combine(Artifacts.Pictures, name);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
