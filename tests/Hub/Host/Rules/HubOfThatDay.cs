using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Simulators.Magda;
using IntegrationHub.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>
/// The whole hub in this process on another day, embedded: it asks a simulated MAGDA with the real replies about everyone of whom there are jobs. Only the clock is not the one of <c>hub run --once</c>.
/// </summary>
internal sealed class HubOfThatDay : IAsyncDisposable
{
    public const string Source = "magda";

    private const string Partner = "ocmw-gent";

    private static readonly DirectoryInfo Framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private static readonly string Plugins = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", Framework.Parent!.Name, Framework.Name, "plugins");

    private readonly string folder = Directory.CreateTempSubdirectory("hub-of-that-day-").FullName;
    private readonly TimeProvider clock;
    private WebApplication? magda;
    private HubServices? hub;
    private WebApplication? app;
    private OnceRun? run;

    private HubOfThatDay(DateTimeOffset now) => clock = new ShiftedClock(now);

    private HubServices Hub => hub ?? throw new InvalidOperationException("It was not started.");

    /// <param name="now">What time it is.</param>
    /// <param name="staleAfter">How late <c>ontslag</c> may be; null for all rules as they ship.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<HubOfThatDay> StartAsync(DateTimeOffset now, string? staleAfter, CancellationToken token)
    {
        var files = RealJobs.Files();
        var started = new HubOfThatDay(now);
        try
        {
            started.magda = await MagdaSimulator.StartAsync(
                new MagdaSimulatorOptions { FilesFolder = Path.Combine(SharedData.Root!, "magda"), Url = "http://127.0.0.1:0", Clock = started.clock }, token);
            await File.WriteAllLinesAsync(Path.Combine(started.folder, "citizens.txt"), files.Select(file => file.Insz), token);
            started.Configure(started.magda.Urls.First(), staleAfter);
            await started.OpenAsync(token);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the source to its end and finishes what follows from it.</summary>
    public async Task<OnceSummary> ReadAsync(CancellationToken token)
    {
        await run!.ReadSourcesAsync(token);
        return await run.FinishAsync(token);
    }

    /// <summary>As <c>hub backfill release magda</c>; what follows is done when this returns.</summary>
    public async Task ReleaseAsync(CancellationToken token)
    {
        var now = clock.GetUtcNow();
        (await Hub.Store.Loads.AnswerAsync(Source, LoadState.Released, null, "administrator:an", now, token)).ShouldHaveSingleItem();
        await Hub.Store.Loads.SettleAsync(now, null, token);
        (await run!.FinishAsync(token)).Questions.ShouldBeEmpty();
    }

    /// <summary>The standing moments of <c>ontslag</c> in the store with what became of them, as <see cref="OntslagByXPath"/> writes them.</summary>
    public async Task<IReadOnlyList<(string Moment, string Outcome)>> MomentsAsync(CancellationToken token)
    {
        var whose = RealJobs.Files().ToDictionary(file => Convert.ToHexString(Hub.Pseudonyms.OfInsz(Insz.Parse(file.Insz))), file => file.Insz);
        await using var connection = new SqliteConnection($"Data Source={Hub.Configuration.Store.Location};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT hex(k.insz_hash), m.occurred_at, m.outcome FROM moments m JOIN citizen_keys k ON k.ref = m.citizen WHERE m.rule = 'ontslag' AND m.withdrawn_at IS NULL";
        await using var rows = await command.ExecuteReaderAsync(token);
        var moments = new List<(string Moment, string Outcome)>();
        while (await rows.ReadAsync(token))
            moments.Add((OntslagByXPath.Moment(whose[rows.GetString(0)], DateTimeOffset.UnixEpoch.AddMicroseconds(rows.GetInt64(1))), rows.GetString(2)));
        return [.. moments.Order()];
    }

    /// <summary>Whom the signals in the folder of the case worker's tool are about.</summary>
    public IReadOnlyList<string> ToldAbout() =>
    [
        .. Directory.GetFiles(Path.Combine(folder, "inbox")).Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("data"))
            .Where(signal => signal.GetProperty("momentCode").GetString() == "ontslag").Select(signal => signal.GetProperty("insz").GetString()!).Order(StringComparer.Ordinal),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var one in (WebApplication?[])[app, magda])
        {
            if (one is null)
                continue;
            await one.StopAsync(CancellationToken.None);
            await one.DisposeAsync();
        }

        if (hub is not null)
            await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task OpenAsync(CancellationToken token)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        (hub, var mistakes) = await HubServices.CreateAsync(configuration!, NullLoggerFactory.Instance, clock);
        mistakes.ShouldBeEmpty();
        app = await HubApplication.BuildAsync(hub, NullLoggerFactory.Instance, clock, stays: false, token);
        run = ActivatorUtilities.CreateInstance<OnceRun>(app.Services);
        await run.BeginAsync(token);
        await app.StartAsync(token);
    }

    private void Configure(string url, string? staleAfter)
    {
        Directory.CreateDirectory(Path.Combine(folder, "inbox"));
        // One of the real replies says that MAGDA is busy, as often as it is asked for.
        var options = new
        {
            url, identificatie = "voorbeeld.be/integrationhub", hoedanigheid = "ipdc0000", citizens = "file:citizens.txt", requestsPerSecond = 0, throttleDelaySeconds = 1,
        };
        Write("hub.json", new
        {
            plugins = new[] { Plugins },
            sources = new[] { new { id = Source, adapter = "magda", schedule = "0 0 3 * * ?", options } },
            destinations = new[] { new { id = "inbox", adapter = "signal-file", options = new { folder = "inbox" } } },
        });
        Write("partnerships.json", new { partners = new[] { new { id = Partner, role = "ocmw", municipalities = new[] { "44021" }, destination = "inbox" } } });
        Write("authorisations.json", new
        {
            authorisations = new[]
            {
                new
                {
                    id = "magda-to-ocmw", source = Source, purpose = "proactive-help", recipients = new[] { Partner },
                    contracts = new[] { "employment-started", "employment-ended", "person-changed", "household-changed" },
                    fields = new[] { "insz", "municipality", "occurredAt" }, legalBasis = "TEST 2022/001 (invented)", validFrom = "2020-01-01",
                },
            },
        });
        if (staleAfter is null)
            return;
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        foreach (var rule in Directory.GetFiles(OntslagByXPath.Folder, "*.yaml"))
            File.Copy(rule, Path.Combine(folder, "rules", Path.GetFileName(rule)));
        File.AppendAllText(Path.Combine(folder, "rules", "ontslag.yaml"), $"staleAfter: {staleAfter}\n");
    }

    private void Write(string file, object content) => File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(content));
}
