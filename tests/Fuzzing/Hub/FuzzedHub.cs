using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Intake;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Fuzzing.Tests.Hub;

/// <summary>A hub as it runs, from the plugins it loads to the journal it writes, of which every way in can be tried by itself.</summary>
internal sealed class FuzzedHub : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task listening = Task.CompletedTask;

    private FuzzedHub(string root, HubServices services, HubWiring wiring, Witness witness, int port) =>
        (Root, Services, Wiring, Witness, MllpPort) = (root, services, wiring, witness, port);

    public string Root { get; }

    public HubServices Services { get; }

    public HubWiring Wiring { get; }

    public Witness Witness { get; }

    public int MllpPort { get; }

    public static async Task<FuzzedHub> StartAsync(CancellationToken token)
    {
        // Files are written and read a million times: in memory where the system offers it.
        var parent = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        var root = Directory.CreateDirectory(Path.Combine(parent, $"hub-fuzz-{Guid.NewGuid():N}")).FullName;
        var port = HubFiles.FreePort();
        HubFiles.Write(root, port);
        var (configuration, errors) = HubConfigurationReader.Read(root);
        errors.ShouldBeEmpty();
        var witness = new Witness();
        var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness));
        var services = HubServices.WithStoreOnly(configuration!, loggers, TimeProvider.System);
        await services.OpenStoreAsync(token);
        var store = StoreSpy.With(services.Store, JournalSpy.Before(services.Store.Journal, witness));
        var made = new InstanceFactory(services.Wiring, services.Plugins, store, services.Pseudonyms, services.Signals, TimeProvider.System, loggers);
        var (wiring, mistakes) = await made.MakeAsync(configuration!);
        mistakes.ShouldBeEmpty();
        wiring!.Sources.Broken.ShouldBeEmpty();
        services.Wiring.Replace(wiring);
        var hub = new FuzzedHub(root, services, wiring, witness, port);
        var hospital = hub.Source("hospital");
        hub.listening = Task.Run(() => hospital.Instance.Push!.RunAsync(hospital.Intake, hub.stop.Token), CancellationToken.None);
        return hub;
    }

    public Source Source(string id) => Wiring.Sources.Find(id) ?? throw new KeyNotFoundException(id);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening.WaitAsync(TimeSpan.FromSeconds(10));
        await Services.DisposeAsync();
        stop.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}
