using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationHub.Host.Telemetry;

/// <summary>
/// What the hub measures and traces of its own work, by source, destination, outcome and references: nothing that says who somebody is, no text of a query and no address. Nobody listens unless <c>telemetry.otlp</c> is
/// configured. What libraries measure and trace is never exported.
/// </summary>
internal static class HubTelemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "IntegrationHub";

    public static ActivitySource Traces { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Records = Meter.CreateCounter<long>("integrationhub.records", "{record}", "Records read, by source and outcome: accepted, duplicate or quarantined.");

    private static readonly Counter<long> Moments = Meter.CreateCounter<long>("integrationhub.moments", "{moment}", "Moments recognised, by code and source.");

    private static readonly Counter<long> Signals = Meter.CreateCounter<long>("integrationhub.signals", "{signal}", "Signals decided, by whether anybody is to receive it: sent or refused.");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("integrationhub.deliveries", "{delivery}", "Attempts at delivery, by destination and outcome: delivered, refused, retried, failed or expired.");

    private static readonly Counter<long> Published = Meter.CreateCounter<long>("integrationhub.batches.published", "{batch}", "Batches put on the bus, by source and contract; again ones too.");

    private static long waiting;
    private static long oldest;

    static HubTelemetry()
    {
        Meter.CreateObservableGauge("integrationhub.batches.waiting", () => Volatile.Read(ref waiting), "{batch}", "Batches in the journal that are not processed yet, of all hosts.");
        Meter.CreateObservableGauge("integrationhub.batches.oldest", () => Volatile.Read(ref oldest), "s", "Age of the oldest batch that is not processed yet; 0 when there is none.");
    }

    public static void CountRecords(string source, long accepted, long duplicate, long quarantined)
    {
        Add(Records, accepted, "source", source, "outcome", "accepted");
        Add(Records, duplicate, "source", source, "outcome", "duplicate");
        Add(Records, quarantined, "source", source, "outcome", "quarantined");
    }

    public static void CountMoment(string code, string source) => Add(Moments, 1, "moment", code, "source", source);

    public static void CountSignal(bool isSent) => Signals.Add(1, new KeyValuePair<string, object?>("outcome", isSent ? "sent" : "refused"));

    public static void CountDelivery(string destination, string outcome) => Add(Deliveries, 1, "destination", destination, "outcome", outcome);

    public static void CountPublished(string source, string contract) => Add(Published, 1, "source", source, "contract", contract);

    public static void SetWaiting(long batches, TimeSpan age)
    {
        Volatile.Write(ref waiting, batches);
        Volatile.Write(ref oldest, (long)age.TotalSeconds);
    }

    private static void Add(Counter<long> counter, long count, string name, string value, string otherName, string otherValue)
    {
        if (count > 0)
            counter.Add(count, new KeyValuePair<string, object?>(name, value), new KeyValuePair<string, object?>(otherName, otherValue));
    }
}
