using Microsoft.Playwright;

namespace IntegrationHub.Simulators.Tests.Inbox;

/// <summary>The chromium of this machine; a test that needs it is skipped where there is none.</summary>
internal sealed class InboxBrowser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private InboxBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<InboxBrowser> StartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var executable = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(executable is null, "There is no chromium on the PATH.");
        var driver = await Playwright.CreateAsync();
        return new InboxBrowser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox"] }));
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
    public static string Picture(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationHub.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull("the solution").FullName, "artifacts", "pictures", name);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
