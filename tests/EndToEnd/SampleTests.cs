using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;
using Microsoft.Playwright;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>The built-in sample, as a newcomer meets it: no configuration, any working folder, nothing left behind.</summary>
public sealed partial class SampleTests : IDisposable
{
    private readonly DirectoryInfo empty = Directory.CreateTempSubdirectory("hub-e2e-empty-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_pass_over_the_sample_ends_with_the_summary()
    {
        await using var hub = HubProcess.Start(empty.FullName, "run", "--once");
        await hub.EndsWithAsync(0, Token);

        Row(hub.Output, "ocmw-gent").ShouldBe(["done", "16", "15", "0", "1"]);
        Row(hub.Output, "beslissingen-gent").ShouldBe(["done", "10", "9", "0", "1"]);
        Row(hub.Output, "magda").ShouldBe(["done", "18", "18", "0", "0"]);
        Row(hub.Output, "az-gent").ShouldBe(["done", "6", "6", "0", "0"]);
        Row(hub.Output, "ziekenfonds-999").ShouldBe(["done", "15", "14", "0", "1"]);
        Row(hub.Output, "caw-oost-vlaanderen").ShouldBe(["done", "5", "4", "0", "1"]);
        // The hospital cancels one discharge at once: the hub sees it before or after the moment was found, and eleven stand either way.
        var counts = Moments().Match(hub.Output);
        counts.Success.ShouldBeTrue(hub.Output);
        (int.Parse(counts.Groups[1].Value) - int.Parse(counts.Groups[2].Value)).ShouldBe(11);
        (int.Parse(counts.Groups[1].Value) - int.Parse(counts.Groups[3].Value)).ShouldBe(2, "two moments joined the signal of another: that of a tenant's partner, and a claim that of a lost job");
        hub.Output.ShouldContain("refused 0, pending 0, failed 0");
        hub.Output.ShouldContain("4 records rest in quarantine");
        hub.Output.ShouldContain("caw-oost-vlaanderen (hulpverlener hv-204)", customMessage: "who helps her already hears of it, and no other partner");
        hub.Errors.ShouldMatch(@"Quarantined dossiers dossiers:D2026-0402 of source ocmw-gent: column 'insz', line 15 of dossiers-\d{4}-\d\d-\d\d\.csv: expected");
        empty.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sample_is_ready_in_seconds_and_its_signals_appear_on_the_inbox_page()
    {
        var begin = Stopwatch.GetTimestamp();
        await using var hub = HubProcess.Start(empty.FullName, "run");
        await hub.UntilReadyAsync(Token);
        Measured.Write("From the start of the process to ready, embedded, all plugins", Stopwatch.GetElapsedTime(begin));
        await hub.UntilWritesAsync("The hospital sent 6 messages; 6 were accepted.", Token);
        var inbox = new Uri(InboxLine().Match(hub.Errors).Groups[1].Value);
        using var client = new HttpClient { BaseAddress = inbox };
        await Until.TrueAsync(
            "ten signals arrived", async () => (await client.GetFromJsonAsync<JsonElement>("signals.json", Token)).GetProperty("open").GetInt64() == 10, Token, () => hub.Errors);
        Measured.Write("From the start of the process to the last signal of the sample", Stopwatch.GetElapsedTime(begin));
        await LookAsync(inbox);

        var stop = await hub.StopAsync(Token);

        Measured.Write("Stopping the sample", stop);
        stop.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        empty.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    public void Dispose() => empty.Delete(recursive: true);

    private static async Task LookAsync(Uri inbox)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.ExecutablePath, Args = Chromium.Arguments });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 }, Locale = "nl-BE", DeviceScaleFactor = 2 });
        await page.GotoAsync(inbox.AbsoluteUri);
        await Assertions.Expect(page.Locator("#list article").Nth(3)).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("DMW 999", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("ziekenhuis", new() { Timeout = 30_000 });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Pictures, "inbox-sample.png"), FullPage = true });
    }

    /// <summary>The cells of a row of the summary, without the first.</summary>
    private static string[] Row(string output, string source) =>
        output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).First(cells => cells is [var first, ..] && first == source)[1..];

    [GeneratedRegex(@"moments (\d+) \(withdrawn (\d+)\), signals issued (\d+), delivered ")]
    private static partial Regex Moments();

    [GeneratedRegex(@"The case worker's inbox: (\S+)")]
    private static partial Regex InboxLine();
}
