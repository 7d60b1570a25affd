using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// A signal as JSON, the same through every destination that sends JSON: what the gate filled, under the names of <see cref="SignalReady"/>, and nothing that is null or empty unless it is required. Who the delivery is
/// (<see cref="SignalReady.DeliveryId"/>), what it says (<see cref="SignalReady.Kind"/>) and when it was decided belong to the message around it.
/// </summary>
public static class SignalJson
{
    private static readonly string[] Around = ["deliveryId", "kind", "decidedAt"];

    /// <summary>How such a message is best written: letters of every language stay readable; what could end a script or a tag is still escaped.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The shape, for who describes it.</summary>
    public static JsonTypeInfo<SignalReady> TypeInfo { get; } = (JsonTypeInfo<SignalReady>)Options().GetTypeInfo(typeof(SignalReady));

    /// <summary>The kind in one word, for the message around it: <c>issued</c>, <c>updated</c> or <c>withdrawn</c>.</summary>
    public static string WordOf(SignalKind kind) => kind switch
    {
        SignalKind.Issued => "issued",
        SignalKind.Updated => "updated",
        _ => "withdrawn",
    };

    /// <summary>Writes the signal as one object.</summary>
    public static void Write(Utf8JsonWriter json, SignalReady signal) => JsonSerializer.Serialize(json, signal, TypeInfo);

    private static JsonSerializerOptions Options() => new(SignalJsonContext.Default.Options)
    {
        TypeInfoResolver = SignalJsonContext.Default.WithAddedModifier(LeaveOut),
    };

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(SignalReady))
        {
            foreach (var property in type.Properties.Where(property => Around.Contains(property.Name)).ToList())
                type.Properties.Remove(property);
        }

        // Who reads relies on what is required: a withdrawal after the authorisation lapsed has an empty ground, and says so.
        foreach (var property in type.Properties.Where(property => !property.IsRequired))
            property.ShouldSerialize = static (_, value) => !IsEmpty(value);
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        PersonDetails person => SaysNothing(person),
        IEnumerable many => !many.GetEnumerator().MoveNext(),
        _ => false,
    };

    private static bool SaysNothing(PersonDetails person) => new[]
    {
        person.FamilyName, person.GivenNames, person.Street, person.Locality, person.Telephone, person.Email, person.Remark,
    }.All(string.IsNullOrEmpty);
}

