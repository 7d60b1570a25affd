using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>The whole kit passes on the plugin while it makes no mistake: what it catches is the mistake.</summary>
public sealed class WellBehavedPlugin() : PluginConformance(BrokenPlugin.Folder);

/// <summary>The same for its normaliser.</summary>
public sealed class WellBehavedNormaliser() : NormaliserConformance(BrokenPlugin.Folder);

/// <summary>The same for its source.</summary>
public sealed class WellBehavedPull() : PullConformance(BrokenPlugin.Folder)
{
    protected override Task<FakeSource> StartSourceAsync() => Letters.SourceAsync("none");
}

/// <summary>The same for its listener.</summary>
public sealed class WellBehavedPush() : PushConformance(BrokenPlugin.Folder)
{
    protected override Task<FakeSender> StartSenderAsync() => Task.FromResult<FakeSender>(new LetterSender("none"));
}

/// <summary>The same for its destination.</summary>
public sealed class WellBehavedDestination() : RefusingDestinationConformance(BrokenPlugin.Folder)
{
    protected override Task<RefusingTool> StartRefusingToolAsync() => Task.FromResult<RefusingTool>(new LetterBox("none"));
}
