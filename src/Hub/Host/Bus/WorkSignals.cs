namespace IntegrationHub.Host.Bus;

/// <summary>How the stages of one host wake each other, so that an idle hub answers within milliseconds. Only a hint: every stage also looks by itself.</summary>
internal sealed class WorkSignals
{
    private int publishAgain = 1;

    /// <summary>The journal has batches to publish, or a batch was processed and there is room on the bus.</summary>
    public WakeSignal Relay { get; } = new();

    /// <summary>Deliveries were decided.</summary>
    public WakeSignal Delivery { get; } = new();

    /// <summary>There is something to tell who follows the hub.</summary>
    public WakeSignal Events { get; } = new();

    /// <summary>Rechecks were planned.</summary>
    public WakeSignal Rechecks { get; } = new();

    /// <summary>What this host published and nobody processed may be lost: the relay counts it as unpublished.</summary>
    public void PublishAgain()
    {
        Volatile.Write(ref publishAgain, 1);
        Relay.Wake();
    }

    /// <summary>Whether that was asked since the last time; at the start it is.</summary>
    public bool TakePublishAgain() => Interlocked.Exchange(ref publishAgain, 0) == 1;
}
