using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Intake;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Operations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Intake;

/// <summary>A source with code of the test's own, and the wiring of a hub that has it.</summary>
internal static class ASource
{
    public const string Id = "ours";

    public static Source Pulling(IPullSource pull) => With(services => services.AddSingleton(pull));

    public static Source Pushing(IPushSource push) => With(services => services.AddSingleton(push));

    /// <summary>One that partners post to, with a journal of the test's own.</summary>
    public static Source Reading(IPayloadReader reader, IJournalStore journal) => With(services => services.AddSingleton(reader), journal);

    public static Source Normalising(IRecordNormaliser normaliser, IJournalStore journal) => With(services => services.AddSingleton(normaliser), journal);

    public static Source Giving(params string[] contracts)
    {
        var told = Substitute.For<ISourceContracts>();
        told.Contracts.Returns(contracts);
        return With(services => services.AddSingleton(told));
    }

    public static HubWiring Wiring(params Source[] sources) =>
        new(Configuration(), new SourceCatalog(sources, new Dictionary<string, string>()), new Dictionary<string, PluginInstance>());

    private static Source With(Action<IServiceCollection> register, IJournalStore? journal = null)
    {
        var services = new ServiceCollection().AddSingleton(Substitute.For<IRecordNormaliser>());
        register(services);
        var plugin = Plugin.Open(Path.Combine(Path.GetTempPath(), "not-there"));
        var instance = new PluginInstance(plugin, PluginRole.Source, new InstanceContext(Id, "/", 1000), services.BuildServiceProvider());
        var reader = new RecordReader(Id, "1.0", instance.Normaliser!, new Pseudonymiser("k", new byte[32]), () => new LegalGate([]), 1000);
        journal ??= Substitute.For<IJournalStore>();
        journal.AppendAsync(Arg.Any<JournalPage>(), Arg.Any<CancellationToken>()).Returns(call => new AppendResult(new bool[call.Arg<JournalPage>().Records.Count], IntakeCounts.None, 0, 0));
        var intake = new SourceIntake(Id, reader, 1, new LoadGuard(AsksFirst: true, null, 5), journal, new WorkSignals(), TimeProvider.System, NullLogger<SourceIntake>.Instance);
        return new Source(new InstanceConfiguration(Id, "ours", "0 0 3 * * ?", new ConfigurationBuilder().Build().GetSection("options"), "sources[0]"), instance, intake);
    }

    public static HubConfiguration Configuration() => new()
    {
        Folder = "/",
        Instance = "one",
        Store = new StoreConfiguration(IsPostgres: false, "", ""),
        Bus = new BusConfiguration(IsRabbitMq: false, null, TimeSpan.Zero),
        Keys = new KeyConfiguration([new NamedKey("p1", new byte[32])], "s1", new Dictionary<string, byte[]> { ["s1"] = new byte[32] }),
        Urls = "",
        MaxRecordBytes = 1000,
        LargestLoss = 1,
        Jump = 5,
        PluginFolders = [],
        Sources = [],
        Destinations = [],
        Partners = [],
        Authorisations = [],
        Rules = [],
        Rights = [],
    };
}
