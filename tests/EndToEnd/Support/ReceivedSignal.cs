namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>One request that the tool got.</summary>
/// <param name="WebhookId">Its webhook-id: the same when the hub sends the same again.</param>
/// <param name="Type"><c>signal.issued</c> or <c>signal.withdrawn</c>.</param>
/// <param name="SignalId">The signal.</param>
/// <param name="Insz">Whom it is about.</param>
/// <param name="Body">All of it.</param>
/// <param name="At">When it came, as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> tells.</param>
internal sealed record ReceivedSignal(string WebhookId, string Type, Guid SignalId, string? Insz, string Body, long At)
{
    public override string ToString() => $"{Type} {SignalId}";
}
