using System.Security.Cryptography;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Host.Tests.Health;

/// <summary>Two hosts on one store, each with its own watch.</summary>
public sealed class WhenASourceFallsSilent : IAsyncLifetime
{
    /// <summary>A Friday.</summary>
    private static readonly DateTimeOffset Friday = new(2026, 9, 25, 7, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("hub-silent-").FullName;
    private readonly Vault vault = new("v", new Dictionary<string, byte[]> { ["v"] = SHA256.HashData("v"u8) });
    private readonly CitizenKeys citizens = new([("p", SHA256.HashData("p"u8))]);
    private readonly Told told = new();
    private readonly ShiftableTime time = new() { Now = Friday };
    private SqliteStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_alert_tells_that_it_does_and_one_that_it_sends_again()
    {
        var (one, other) = (Watch(silence: true), Watch(silence: true));
        for (var day = 28; day >= 1; day--)
            await ArriveAsync(Friday.AddDays(-day));
        await BothAsync(one, other);
        told.Lines.ShouldBeEmpty();

        time.Now = Friday.AddHours(3);
        await BothAsync(one, other);
        await BothAsync(one, other);
        told.Lines.ShouldHaveSingleItem().ShouldStartWith("Alert silent:ours: Nothing came of source ours since 2026-09-24 10:00:00, in 1 hour in which it usually sends.");

        // A restart forgets since when it could hear, and the alert goes on.
        await store.Hosts.SeenAsync("a", time.Now, time.Now, [], Token);
        await BothAsync(one, other);
        (await store.Alerts.OpenAsync(Token)).ShouldHaveSingleItem().StartedAt.ShouldBe(time.Now);

        time.Now = Friday.AddHours(5);
        await ArriveAsync(time.Now);
        await BothAsync(one, other);
        await BothAsync(one, other);
        told.Lines.Count.ShouldBe(2);
        told.Lines[1].ShouldBe("Alert silent:ours is over: Source ours sends again.");
        (await store.Alerts.OpenAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_paused_or_may_fall_silent_raises_none_and_ends_the_one_there_is()
    {
        for (var day = 28; day >= 1; day--)
            await ArriveAsync(Friday.AddDays(-day));
        time.Now = Friday.AddHours(3);
        await Watch(silence: false).LookAsync(Token);
        told.Lines.ShouldBeEmpty();

        var watch = Watch(silence: true);
        await watch.LookAsync(Token);
        told.Lines.Count.ShouldBe(1);
        await store.Operations.PauseAsync(ASource.Id, "maintenance", null, Token);
        await watch.LookAsync(Token);

        told.Lines[^1].ShouldBe("Alert silent:ours is over: Source ours is not expected to send now.");
        (await store.Alerts.OpenAsync(Token)).ShouldBeEmpty();
    }

    public async ValueTask InitializeAsync()
    {
        store = new SqliteStore(Path.Combine(folder, "hub.db"), vault, citizens, time);
        await store.MigrateAsync(Token);
        await store.Hosts.SeenAsync("a", Friday.AddDays(-30), Friday.AddHours(9), [], Token);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        vault.Dispose();
        citizens.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Every day at nine in Belgium.</summary>
    private Task ArriveAsync(DateTimeOffset at) => store.Journal.AppendAsync(new JournalPage { Source = ASource.Id, Records = [], Read = 1, KnownAt = at }, Token);

    private static async Task BothAsync(SilenceWatch one, SilenceWatch other) => await Task.WhenAll(Task.Run(() => one.LookAsync(Token), Token), Task.Run(() => other.LookAsync(Token), Token));

    private SilenceWatch Watch(bool silence)
    {
        var source = new InstanceConfiguration(ASource.Id, "ours", null, new ConfigurationBuilder().Build().GetSection("options"), "sources[0]") { MayNotFallSilent = silence };
        var wiring = new HubWiring(ASource.Configuration() with { Sources = [source] }, new SourceCatalog([], new Dictionary<string, string>()), new Dictionary<string, PluginInstance>());
        return new SilenceWatch(store, new CurrentWiring(wiring), new HubAlerts(store, time, told), time);
    }

    private sealed class ShiftableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Told : ILogger<HubAlerts>
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines)
                    return [.. lines];
            }
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add(formatter(state, exception));
        }
    }
}
