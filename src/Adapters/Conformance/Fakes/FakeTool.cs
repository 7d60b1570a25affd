namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>The tool of a case worker, which takes signals.</summary>
public abstract class FakeTool : FakeSystem
{
    /// <summary>How many items a case worker sees in it.</summary>
    public abstract int Items { get; }
}
