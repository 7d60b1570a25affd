namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>The intake could not store, because a test wants it so.</summary>
internal sealed class SimulatedFailure(bool isPermanent) : IOException("The journal could not be written, says the conformance kit.")
{
    public bool IsPermanent => isPermanent;
}
