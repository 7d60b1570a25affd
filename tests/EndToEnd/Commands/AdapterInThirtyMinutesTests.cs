using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>What <c>src/Adapters/README.md</c> promises a partner's developer, command by command, with nothing but the packages and a hub that is not built anew.</summary>
public sealed class AdapterInThirtyMinutesTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("hub-home-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Every_command_works_and_the_last_ends_in_a_signal()
    {
        await using var api = await PayrollAsync();
        File.CreateSymbolicLink(Path.Combine(home.FullName, "integrationhub"), Repository.Root);
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "Adapters", "README.md"), Token);

        var printed = await ReadmeCommands.RunAsync(ReadmeCommands.Of(page).SelectMany(AsInThisTest), home.FullName, Environment(api.Urls.First()), Token);

        printed.ShouldContain("payroll 0.1.0", customMessage: printed);
        printed.ShouldContain("signals issued 1, delivered 1");
        printed.ShouldContain("insz: expected an INSZ");
    }

    [Fact]
    public void The_template_needs_at_most_sixty_lines_of_its_own() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "adapter-template", "src"), "*.cs").SelectMany(File.ReadLines)
            .Count(line => !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).ShouldBeInRange(20, 60);

    // The hub of this build, and what the page asks in words: to write the address of the API in hub.json.
    private static IEnumerable<string> AsInThisTest(string command) =>
        command == "dotnet build src/Hub/Host" ? []
        : command.StartsWith("hub() {", StringComparison.Ordinal) ? ["hub() { \"$HUB\" \"$@\"; }"]
        : command.StartsWith("export API_KEY", StringComparison.Ordinal) ? [command, "sed -i \"s|https://payroll.example/api|$API_URL|\" hub/hub.json"]
        : [command];

    // Packages of ours from the folder of this test only: a cache of its own, with that of this machine behind it for all others.
    private Dictionary<string, string> Environment(string api)
    {
        var cache = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(UserHome, ".nuget", "packages");
        if (Directory.Exists(Path.Combine(UserHome, ".nuget", "NuGet")))
            Directory.CreateSymbolicLink(Directory.CreateDirectory(Path.Combine(home.FullName, ".nuget")).FullName + "/NuGet", Path.Combine(UserHome, ".nuget", "NuGet"));
        return new()
        {
            ["HUB"] = HubProgram.File,
            ["API_URL"] = api,
            ["NUGET_PACKAGES"] = Path.Combine(home.FullName, "package-cache"),
            ["NUGET_FALLBACK_PACKAGES"] = cache,
        };
    }

    private static string UserHome => System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);

    private static async Task<WebApplication> PayrollAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/changes", (HttpRequest request) => request.Headers["X-Api-Key"] != "the-key-of-your-api" ? Results.Unauthorized()
            : Results.Json(new { items = request.Query["after"] == "2" ? [] : Items(), next = "2" }));
        await app.StartAsync(Token);
        return app;
    }

    private static object[] Items() =>
    [
        new { id = "C1", insz = TestInsz.Number(1), endedOn = Recently.Today.AddDays(-7), municipality = "44021" },
        new { id = "C2", insz = "85673003361", endedOn = Recently.Today.AddDays(-7), municipality = "44021" },
    ];
}
