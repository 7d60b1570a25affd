using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Queue;

/// <summary>A signal as one CloudEvent 1.0 in structured JSON. Pure.</summary>
public static class SignalEvent
{
    /// <summary>What the message says it holds.</summary>
    public const string ContentType = "application/cloudevents+json";

    /// <summary>Where the event comes from.</summary>
    public const string Source = "/hub";

    /// <summary>Writes the event.</summary>
    /// <param name="signal">What the gate let through.</param>
    /// <param name="now">Stands in for the time of the event when the host does not say.</param>
    public static byte[] Write(SignalReady signal, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SignalJson.Writer))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", signal.DeliveryId);
            json.WriteString("source", Source);
            json.WriteString("type", TypeOf(signal));
            json.WriteString("subject", signal.SignalId);
            json.WriteString("time", (signal.DecidedAt ?? now).UtcDateTime);
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            SignalJson.Write(json, signal);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The CloudEvents type: <c>be.integrationhub.partner-signal-issued.v1</c>, <c>-updated</c> or <c>-withdrawn</c>.</summary>
    public static string TypeOf(SignalReady signal) => $"be.integrationhub.partner-signal-{SignalJson.WordOf(signal.Kind)}.v1";
}
