using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>The kit passes on the plugin while it makes no mistake, so what it catches is the mistake; plugin, normaliser and source are in Example.cs.</summary>
public sealed class WellBehavedPush() : PushConformance(PluginOnRequest.Folder)
{
    protected override Task<FakeSender> StartSenderAsync() => Task.FromResult<FakeSender>(new LetterSender("none"));
}

/// <summary>The same for its destination.</summary>
public sealed class WellBehavedDestination() : RefusingDestinationConformance(PluginOnRequest.Folder)
{
    protected override Task<RefusingTool> StartRefusingToolAsync() => Task.FromResult<RefusingTool>(new LetterBox("none"));
}
