using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Simulators.Magda;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Magda.Tests.Support;

/// <summary>The adapter as the host would set it up, a simulator to ask, and a small intake that normalises what comes.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly string list = Path.GetTempFileName();
    private ServiceProvider? provider;
    private WebApplication? simulator;

    public FakeState State { get; } = new();

    public FakeCaseload Caseload { get; } = new();

    public FakeSecrets Secrets { get; } = new();

    public ManualClock Clock { get; } = new();

    private TimeProvider clock;

    public Rig() => clock = Clock;

    public long MaxRecordBytes { get; init; } = 1024 * 1024;

    public Dictionary<string, string?> Options { get; } = new()
    {
        ["identificatie"] = "voorbeeld.be/integrationhub", ["hoedanigheid"] = "ipdc0000", ["requestsPerSecond"] = "0", ["throttleDelaySeconds"] = "7",
    };

    /// <summary>Where the round is; kept from run to run as the host keeps it.</summary>
    public Checkpoint? Checkpoint { get; set; }

    public IPullSource Source => Services.GetRequiredService<IPullSource>();

    public IRecordNormaliser Normaliser => Services.GetRequiredService<IRecordNormaliser>();

    public MagdaRequestLog Log => simulator!.Services.GetRequiredService<MagdaRequestLog>();

    public ServiceProvider Services => provider ??= Build();

    public void List(params IEnumerable<string> lines)
    {
        File.WriteAllLines(list, lines);
        Options["citizens"] = "file:" + list;
    }

    /// <summary>For tests of timeouts, which the clock itself ends.</summary>
    public void UseRealClock() => clock = TimeProvider.System;

    public async Task SimulateAsync(string files, Func<MagdaSimulatorOptions, MagdaSimulatorOptions>? configure = null)
    {
        var options = new MagdaSimulatorOptions { FilesFolder = files, Url = "http://127.0.0.1:0", Clock = clock };
        simulator = await MagdaSimulator.StartAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        Options["url"] = simulator.Urls.First();
    }

    /// <summary>Runs until a round is finished, coming back each time the source asks for it.</summary>
    public async Task<Intake> RunAsync(int maxStops = 200)
    {
        var intake = new Intake();
        while (true)
        {
            try
            {
                await RunOnceAsync(intake);
                return intake;
            }
            catch (Exception stop) when (stop is RetryLaterException or TimeoutException && intake.Stops.Count < maxStops)
            {
                intake.Stops.Add(stop);
                Clock.Advance(TimeSpan.FromSeconds(7));
            }
        }
    }

    public async Task RunOnceAsync(Intake intake)
    {
        await foreach (var page in Source.PullAsync(Checkpoint, TestContext.Current.CancellationToken))
        {
            intake.Accept(page, Normaliser);
            Checkpoint = page.Checkpoint;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (provider is not null)
            await provider.DisposeAsync();
        if (simulator is not null)
            await simulator.DisposeAsync();
        File.Delete(list);
    }

    private ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock);
        services.AddSingleton(new InstanceContext("magda-test", Path.GetTempPath(), MaxRecordBytes));
        services.AddSingleton<ISecrets>(Secrets);
        services.AddSingleton<ICaseload>(Caseload);
        services.AddSingleton<ISourceState>(State);
        new MagdaAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection(Options).Build());
        return services.BuildServiceProvider();
    }
}
