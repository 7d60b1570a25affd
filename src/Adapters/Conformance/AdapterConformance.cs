using System.Collections.Concurrent;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Conformance.Running;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Manifest;
using Xunit;

namespace IntegrationHub.Adapters.Conformance;

/// <summary>What all the tests of the kit share: the plugin, loaded from its built folder as the hub loads it. Inherit one of the classes that say what a plugin can do.</summary>
public abstract class AdapterConformance : IAsyncLifetime
{
    private static readonly ConcurrentDictionary<string, PluginFolder> Known = new(StringComparer.Ordinal);

    private readonly ConcurrentBag<IAsyncDisposable> made = [];

    /// <summary>Takes the plugin of a project.</summary>
    /// <param name="project">The folder with its <c>adapter.json</c>, from a folder above the tests: <c>src/Adapters/Caw</c>, or <c>Caw</c> beside <c>Caw.Tests</c>. It was built as the tests were.</param>
    protected AdapterConformance(string project)
        : this(Known.GetOrAdd(project, Find))
    {
    }

    /// <summary>Takes a plugin that lies elsewhere.</summary>
    protected AdapterConformance(PluginFolder plugin) => Plugin = plugin;

    /// <summary>The plugin.</summary>
    protected PluginFolder Plugin { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Nothing to do; what a test needs it starts itself.</summary>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Stops every instance and fake of the test, then calls <see cref="CleanUpAsync"/>. Not virtual on purpose: a subclass cannot forget it.</summary>
    public async ValueTask DisposeAsync()
    {
        while (made.TryTake(out var one))
            await one.DisposeAsync();
        await CleanUpAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The one place for cleaning up of your own; called once, after everything of the test has stopped.</summary>
    protected virtual ValueTask CleanUpAsync() => ValueTask.CompletedTask;

    private protected Stage<TFake> Stage<TFake>(PluginRole role, TFake fake)
        where TFake : FakeSystem
    {
        var stage = new Stage<TFake>(Plugin, role, fake);
        made.Add(stage);
        return stage;
    }

    /// <summary>As <see cref="Shows"/>, of a plugin that loads; of another, one test tells why it does not, and all the others only which.</summary>
    private protected void Holds(Finding finding)
    {
        if (Plugin.SeeWhyBroken is { } why)
            Assert.Fail(why);
        Shows(finding);
    }

    private protected static void Shows(Finding finding)
    {
        if (finding.Verdict != Verdict.Holds)
            Assert.Fail($"{finding.Property}: it does not.\n{finding.Detail}");
    }

    private static PluginFolder Find(string project)
    {
        var tests = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var output = Path.Combine(Path.GetFileName(Path.GetDirectoryName(tests)) ?? "", Path.GetFileName(tests));
        for (var above = tests; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(Path.Combine(above, project, AdapterManifest.FileName)))
                return PluginFolder.At(Path.Combine(above, project), output);
        }

        throw new DirectoryNotFoundException($"No folder above {tests} holds {project}/{AdapterManifest.FileName}. Name the plugin's project folder, as it lies from a folder above the tests.");
    }
}
