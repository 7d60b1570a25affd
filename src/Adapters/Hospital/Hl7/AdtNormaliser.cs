using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>Turns one ADT message into facts.</summary>
internal sealed class AdtNormaliser(HospitalOptions options)
{
    private readonly IReadOnlyList<Hl7FieldPath> inszFrom = Hl7FieldPath.ParseAll(options.Insz.From, "PID-3:NNBEL", "PID-19");
    private readonly IReadOnlyList<Hl7FieldPath> visitFrom = Hl7FieldPath.ParseAll(options.VisitFrom, "PV1-19");
    private readonly EncounterClasses classes = new(options.PatientClasses);
    private readonly Dispositions dispositions = new(options.Dispositions);

    public Normalised Normalise(ReadOnlyMemory<byte> raw, string? charset)
    {
        var message = Hl7Message.TryParse(raw, charset ?? options.Charset, out var unreadable);
        if (message is null)
            return Normalised.Reject(unreadable!);
        if (AdtRoute.Of(message, out var refused) is not { } adt)
            return Normalised.Reject(refused!);
        return adt == AdtEvent.Unused ? Normalised.Accept() : Used(message, adt);
    }

    private Normalised Used(Hl7Message message, AdtEvent adt)
    {
        var reasons = new List<Rejection>();
        var visit = AdtVisit.Of(message, adt, visitFrom, out var noVisit);
        reasons.AddRange(noVisit);
        var insz = InszSearch.First(inszFrom.SelectMany(path => Candidates(message, path)), string.Join(", ", inszFrom), "Let the sender fill it, or set the option insz.from.", out var noInsz);
        if (noInsz is not null)
            reasons.Add(noInsz);
        // A cancellation needs no more: it leaves its record without facts, and what the event had said is withdrawn.
        if (adt is AdtEvent.CancelAdmit or AdtEvent.CancelDischarge)
            return reasons.Count > 0 ? Normalised.Reject(reasons) : Normalised.Accept();

        var admitted = When(message, "PV1", 44, reasons);
        var occurred = adt == AdtEvent.Admit ? admitted : When(message, "PV1", 45, reasons);
        occurred ??= When(message, "EVN", 6, reasons) ?? When(message, "EVN", 2, reasons);
        if (occurred is null && reasons.All(reason => reason.Code != Hl7Code.DataType))
            reasons.Add(new(adt == AdtEvent.Admit ? "PV1-44" : "PV1-45", "when it happened (or EVN-6, EVN-2), found none", "Let the sender fill it.", Hl7Code.RequiredFieldMissing));
        var encounterClass = ClassOf(message, reasons);
        if (insz is null || occurred is null || encounterClass is null || visit is null || reasons.Count > 0)
            return Normalised.Reject(reasons);

        var stay = options.StayIsVisitNumber ? AdtVisit.NumberOf(message, visitFrom)! : StayName.Of(admitted ?? occurred.Value);
        var hospital = message.Text("MSH", 4) is { Length: > 0 } code ? code : null;
        Fact fact = adt == AdtEvent.Admit
            ? new HospitalAdmitted { OccurredAt = occurred.Value, Stay = stay, EncounterClass = encounterClass, Hospital = hospital }
            : Discharged(message, occurred.Value, stay, encounterClass, hospital);
        return Normalised.Accept(new NormalisedFact(adt == AdtEvent.Admit ? "admission" : "discharge", insz.Value, fact) { Person = AdtPerson.Of(message) });
    }

    private HospitalDischarged Discharged(Hl7Message message, DateTimeOffset at, string stay, string encounterClass, string? hospital)
    {
        var (disposition, code) = dispositions.Of([message.Text("PV1", 36)], DiedBy(message, at));
        return new() { OccurredAt = at, Stay = stay, EncounterClass = encounterClass, Hospital = hospital, Disposition = disposition, DispositionCode = code };
    }

    // A death after the discharge is another matter; a death without a time is known now, and that is enough.
    private static bool DiedBy(Hl7Message message, DateTimeOffset discharge) =>
        PartialTime.TryParseHl7(message.Text("PID", 29)) is { } death ? death.Instant <= discharge : message.Text("PID", 30).StartsWith('Y');

    private string? ClassOf(Hl7Message message, List<Rejection> reasons)
    {
        var code = message.Text("PV1", 2);
        var found = code.Length > 0 ? classes.Of(code) : null;
        if (found is null)
        {
            reasons.Add(code.Length == 0
                ? new("PV1-2", "the patient class (I, O, E, ...), found none", "Let the sender fill it.", Hl7Code.RequiredFieldMissing)
                : new("PV1-2", "a patient class of HL7 table 0004 or of the option patientClasses, found another", "Add the hospital's own class to patientClasses.", Hl7Code.TableValueNotFound));
        }

        return found;
    }

    private static DateTimeOffset? When(Hl7Message message, string segment, int field, List<Rejection> reasons)
    {
        var text = message.Text(segment, field);
        if (text.Length == 0)
            return null;
        if (PartialTime.TryParseHl7(text) is { HasDay: true } time)
            return time.Instant;
        reasons.Add(new($"{segment}-{field}", $"a time as YYYYMMDD[HHMM[SS]][+ZZZZ], found text of {text.Length} characters", "Correct it at the sender.", Hl7Code.DataType));
        return null;
    }

    private static IEnumerable<string> Candidates(Hl7Message message, Hl7FieldPath path) =>
        message.Repetitions(path.Segment, path.Field).Where(value => path.Type is null || value.Component(5) == path.Type).Select(value => value.Component(1));
}
