using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>The body of the webhook: what the gate filled, under the names of <see cref="SignalReady"/>, and nothing that is null or empty. Pure.</summary>
public static class SignalPayload
{
    /// <summary>Standard Webhooks asks receivers to count on less than 20 kB.</summary>
    public const int MaxBytes = 20_000;

    // Letters of every language stay readable; what could end a script or a tag is still escaped.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the body.</summary>
    /// <param name="signal">What the gate let through.</param>
    /// <param name="now">Stands in for the time of the event when the host does not say.</param>
    public static byte[] Write(SignalReady signal, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            json.WriteString("type", signal.Kind == SignalKind.Withdrawn ? "signal.withdrawn" : "signal.issued");
            json.WriteString("timestamp", (signal.DecidedAt ?? now).UtcDateTime);
            json.WriteStartObject("data");
            WriteData(json, signal);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteData(Utf8JsonWriter json, SignalReady signal)
    {
        json.WriteString("signalId", signal.SignalId);
        json.WriteString("momentCode", signal.MomentCode);
        WriteByLanguage(json, "title", signal.Title);
        WriteByLanguage(json, "text", signal.Text);
        if (signal.OccurredAt is { } occurredAt)
            json.WriteString("occurredAt", occurredAt);
        if (signal.KnownAt is { } knownAt)
            json.WriteString("knownAt", knownAt);
        json.WriteString("recipient", signal.Recipient);
        WriteFilled(json, "worker", signal.Worker);
        json.WriteString("citizen", signal.Citizen.ToString());
        WriteFilled(json, "insz", signal.Insz?.Digits);
        if (signal.Person is { } person)
            WritePerson(json, person);
        WriteFilled(json, "municipality", signal.Municipality?.Value);
        WriteList(json, "sources", signal.Sources);
        WriteList(json, "rightsToExplore", signal.RightsToExplore);
        json.WriteString("legalBasis", signal.LegalBasis);
    }

    private static void WritePerson(Utf8JsonWriter json, PersonDetails person)
    {
        (string Name, string? Value)[] fields =
        [
            ("familyName", person.FamilyName), ("givenNames", person.GivenNames), ("street", person.Street), ("locality", person.Locality),
            ("telephone", person.Telephone), ("email", person.Email), ("remark", person.Remark),
        ];
        if (fields.All(field => string.IsNullOrEmpty(field.Value)))
            return;
        json.WriteStartObject("person");
        foreach (var (name, value) in fields)
            WriteFilled(json, name, value);
        json.WriteEndObject();
    }

    private static void WriteByLanguage(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (language, text) in texts)
            json.WriteString(language, text);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteFilled(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }
}
