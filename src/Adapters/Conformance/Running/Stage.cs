using System.Collections.Concurrent;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Plugins.Checking;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using Xunit;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>A fake system, and the plugin's instances that are set before it. Several instances share what a hub would have kept: the source's memory.</summary>
internal sealed class Stage<TFake> : IAsyncDisposable
    where TFake : FakeSystem
{
    private readonly ConcurrentBag<PluginInstance> instances = [];
    private readonly TrialHost host;

    private readonly PluginFolder folder;

    public Stage(PluginFolder plugin, PluginRole role, TFake fake)
    {
        folder = plugin;
        Fake = fake;
        host = new()
        {
            Plugin = plugin.Plugin,
            Role = role,
            ConfigurationFolder = fake.Folder,
            Secrets = new TrialSecrets(fake.Secrets),
            Loggers = Logs,
            Caseload = new TrialCaseload(fake.Caseload),
        };
    }

    public TFake Fake { get; }

    public CapturedLogs Logs { get; } = new();

    /// <summary>A new instance, as after a restart of the hub.</summary>
    public async Task<PluginInstance> StartAsync()
    {
        if (folder.SeeWhyBroken is { } why)
            Assert.Fail(why);
        var result = await host.CreateAsync(Fake.Options);
        if (result.Instance is not { } instance)
        {
            Assert.Fail($"The options of the fake system are not valid:\n{string.Join('\n', result.Errors)}");
            throw new InvalidOperationException();
        }

        instances.Add(instance);
        return instance;
    }

    public async ValueTask DisposeAsync()
    {
        while (instances.TryTake(out var instance))
            await instance.DisposeAsync();
        await Fake.DisposeAsync();
        Logs.Dispose();
    }
}
