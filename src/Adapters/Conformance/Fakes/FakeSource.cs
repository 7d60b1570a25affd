namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>A system that is asked. It gives at least three pages, and one of its records is about the <see cref="Plugins.Checking.MarkedCitizen"/>.</summary>
public abstract class FakeSource : FakeSystem
{
    /// <summary>The ids of all the records that the plugin must read from it.</summary>
    public abstract IReadOnlyCollection<string> RecordIds { get; }
}
