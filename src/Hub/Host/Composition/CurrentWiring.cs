namespace IntegrationHub.Host.Composition;

/// <summary>The wiring that counts now. Who works with it takes <see cref="Value"/> once for a piece of work (a run, a delivery, the detection of a batch; at the intake a record), so that the piece sees one configuration.</summary>
internal sealed class CurrentWiring(HubWiring first)
{
    private volatile HubWiring value = first;

    public HubWiring Value => value;

    public void Replace(HubWiring next) => value = next;
}
