using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>The body of the webhook. Pure.</summary>
public static class SignalPayload
{
    /// <summary>Standard Webhooks asks receivers to count on less than 20 kB.</summary>
    public const int MaxBytes = 20_000;

    /// <summary>Writes the body.</summary>
    /// <param name="signal">What the gate let through.</param>
    /// <param name="now">Stands in for the time of the event when the host does not say.</param>
    public static byte[] Write(SignalReady signal, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SignalJson.Writer))
        {
            json.WriteStartObject();
            json.WriteString("type", $"signal.{SignalJson.WordOf(signal.Kind)}");
            json.WriteString("timestamp", (signal.DecidedAt ?? now).UtcDateTime);
            json.WritePropertyName("data");
            SignalJson.Write(json, signal);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
