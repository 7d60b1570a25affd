namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>A system that sends to the plugin by a connection of its own and waits for an acknowledgement. One of its messages is about the <see cref="Plugins.Checking.MarkedCitizen"/>.</summary>
public abstract class FakeSender : FakeSystem
{
    /// <summary>The id of the record that each message becomes, in the order of the messages; at least three.</summary>
    public abstract IReadOnlyList<string> RecordIds { get; }

    /// <summary>Sends one message over a new connection and waits for the answer.</summary>
    /// <param name="message">Which, from 0.</param>
    /// <param name="token">Cancels; ends in an <see cref="OperationCanceledException"/>.</param>
    /// <returns>True when it was acknowledged; false when it was refused, the connection was closed, or nobody listens.</returns>
    public abstract Task<bool> SendAsync(int message, CancellationToken token);

    /// <summary>Sends only the beginning of a message over a new connection and cuts that.</summary>
    /// <param name="message">Which, from 0.</param>
    /// <param name="part">How much of its bytes, from 0 to 1.</param>
    /// <param name="token">Cancels.</param>
    public abstract Task SendPartAsync(int message, double part, CancellationToken token);
}
