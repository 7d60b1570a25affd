using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Where a message goes. It reads MSH only: in real messages EVN-1 disagrees with MSH-9, and MSH-9 is right.</summary>
internal static class AdtRoute
{
    /// <summary>The event; null with the reason when the message as such is refused.</summary>
    public static AdtEvent? Of(Hl7Message message, out Rejection? why)
    {
        why = Refusal(message);
        return why is not null ? null : message.Text("MSH", 9, 2).ToUpperInvariant() switch
        {
            "A01" => AdtEvent.Admit,
            "A03" => AdtEvent.Discharge,
            "A11" => AdtEvent.CancelAdmit,
            "A13" => AdtEvent.CancelDischarge,
            _ => AdtEvent.Unused,
        };
    }

    private static Rejection? Refusal(Hl7Message message)
    {
        if (message.Count("MSH") > 1)
            return new("MSH", $"one message, found {message.Count("MSH")} that ran together", "Frame every message by itself.", Hl7Code.SegmentSequence);
        var version = message.Text("MSH", 12);
        if (!(version.StartsWith("2.", StringComparison.Ordinal) && version.Length > 2 && char.IsAsciiDigit(version[2])))
            return new("MSH-12", $"an HL7 version 2.1 to 2.9, found {(version.Length == 0 ? "none" : "another")}", "Send HL7 v2.", Hl7Code.UnsupportedVersion);
        if (!message.Text("MSH", 9).Equals("ADT", StringComparison.OrdinalIgnoreCase))
            return new("MSH-9", "ADT (patient administration), found another message type", "Route only ADT messages to the hub; this one was not stored.", Hl7Code.UnsupportedMessageType);
        return message.Text("MSH", 9, 2).Length > 0
            ? null
            : new("MSH-9", "a trigger event after ADT (ADT^A03), found none", "Let the sender fill MSH-9.2; EVN-1 is not read.", Hl7Code.UnsupportedEvent);
    }
}
