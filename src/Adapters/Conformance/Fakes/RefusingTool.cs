namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>A tool that can say no to one signal.</summary>
public abstract class RefusingTool : FakeTool
{
    /// <summary>From now on it refuses every signal for good, as it does when a signal is not what it takes.</summary>
    public abstract Task RefuseAsync();
}
