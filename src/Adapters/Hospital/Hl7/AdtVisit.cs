using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Which record of the source a message is a version of.</summary>
/// <param name="RecordId"><c>visit/admission</c> or <c>visit/discharge</c>: what A01 says A11 takes back, what A03 says A13 takes back.</param>
/// <param name="Version">Grows with each message about the record.</param>
internal sealed record AdtVisit(string RecordId, long Version)
{
    /// <summary>Reads a message that we use; null with the reasons when it says not which visit or when.</summary>
    public static AdtVisit? Of(Hl7Message message, AdtEvent adt, IReadOnlyList<Hl7FieldPath> visitFrom, out IReadOnlyList<Rejection> why)
    {
        var visit = NumberOf(message, visitFrom);
        var recorded = RecordedAt(message);
        var reasons = new List<Rejection>();
        if (visit is null)
            reasons.Add(new(string.Join(", ", visitFrom), "the number of the visit, found none", "Let the sender fill it: without it a cancellation cannot be matched.", Hl7Code.RequiredFieldMissing));
        if (recorded is null)
            reasons.Add(new("EVN-2", "the time the event was recorded (or MSH-7) as YYYYMMDDHHMMSS, found none", "Let the sender fill it: it orders the messages of a visit.", Hl7Code.RequiredFieldMissing));
        why = reasons;
        if (visit is null || recorded is null)
            return null;
        var isCancel = adt is AdtEvent.CancelAdmit or AdtEvent.CancelDischarge;
        var subject = adt is AdtEvent.Admit or AdtEvent.CancelAdmit ? "admission" : "discharge";
        // A cancellation recorded in the same second or minute as its event comes after it: the last digit says so.
        return new($"{visit}/{subject}", (recorded.Value.Instant.UtcTicks / 10 * 10) + (isCancel ? 1 : 0));
    }

    /// <summary>The visit number with its assigning authority, when it has one; null when no field holds it.</summary>
    public static string? NumberOf(Hl7Message message, IReadOnlyList<Hl7FieldPath> visitFrom)
    {
        foreach (var path in visitFrom)
        {
            foreach (var value in message.Repetitions(path.Segment, path.Field).Where(value => path.Type is null || value.Component(5) == path.Type))
            {
                if (value.Component(1) is { Length: > 0 } number)
                    return value.Component(4) is { Length: > 0 } authority ? $"{number}@{authority}" : number;
            }
        }

        return null;
    }

    // EVN-2 is when the event was recorded; EVN-6, when it happened, is the same on a discharge and on its cancellation and orders nothing.
    private static PartialTime? RecordedAt(Hl7Message message) =>
        PartialTime.TryParseHl7(message.Text("EVN", 2)) is { HasDay: true } evn ? evn
        : PartialTime.TryParseHl7(message.Text("MSH", 7)) is { HasDay: true } msh ? msh
        : null;
}
