using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>Turns one Encounter into facts: its admission, and once it is finished its discharge.</summary>
internal sealed class EncounterNormaliser(HospitalOptions options)
{
    private readonly EncounterClasses classes = new(options.PatientClasses);
    private readonly Dispositions dispositions = new(options.Dispositions);

    public Normalised Normalise(FhirFormat format, ReadOnlyMemory<byte> raw)
    {
        var parsed = EncounterParser.Parse(format, raw);
        return parsed switch
        {
            { Unreadable: { } why } => Normalised.Reject(why),
            { Encounters: [] } => Normalised.Accept(),
            { Encounters: [var encounter] } => Normalise(encounter),
            _ => Normalised.Reject(new Rejection("Bundle.entry", $"one Encounter a record, found {parsed.Encounters.Count}", "Post the Bundle to POST /intake/{source}, which splits it.")),
        };
    }

    private Normalised Normalise(FhirEncounter encounter)
    {
        if (encounter.IsDeleted)
            return Normalised.Accept();
        var reasons = new List<Rejection>();
        if (encounter.Id is null)
            reasons.Add(new("Encounter.id", "an id or an identifier, found neither", "Let the sender fill one: it tells the versions of an encounter together."));
        switch (encounter.Status)
        {
            case "planned" or "cancelled" or "entered-in-error" or "unknown":
                // Nobody was admitted (yet), or it was a mistake: no facts, and those of an earlier version are withdrawn.
                return reasons.Count > 0 ? Normalised.Reject(reasons) : Normalised.Accept();
            case "arrived" or "triaged" or "in-progress" or "onleave" or "finished":
                return Happened(encounter, reasons);
            default:
                reasons.Add(new("Encounter.status", $"a status of FHIR R4, found {(encounter.Status is null ? "none" : "another")}", "Send FHIR R4 (4.0.1)."));
                return Normalised.Reject(reasons);
        }
    }

    private Normalised Happened(FhirEncounter encounter, List<Rejection> reasons)
    {
        var isFinished = encounter.Status == "finished";
        var start = When("Encounter.period.start", encounter.Start, isRequired: !isFinished, reasons);
        var end = isFinished ? When("Encounter.period.end", encounter.End, isRequired: true, reasons) : null;
        var encounterClass = encounter.ClassCodes.Select(classes.Of).FirstOrDefault(code => code is not null);
        if (encounterClass is null)
            reasons.Add(new("Encounter.class", $"a class of HL7 v3 ActCode (IMP, AMB, EMER, ...) or of the option patientClasses, found {(encounter.ClassCodes.Count == 0 ? "none" : "another")}", "Add the hospital's own class to patientClasses."));
        if (InszOf(encounter, reasons) is not { } insz || encounterClass is null || reasons.Count > 0)
            return Normalised.Reject(reasons);

        var stay = options.StayIsVisitNumber ? encounter.Id! : StayName.Of(start ?? end!.Value);
        var person = encounter.Patient!.Details;
        var facts = new List<NormalisedFact>();
        if (start is { } admitted)
            facts.Add(new("admission", insz, new HospitalAdmitted { OccurredAt = admitted, Stay = stay, EncounterClass = encounterClass, Hospital = encounter.Hospital }) { Person = person });
        if (end is { } discharged)
        {
            var (disposition, code) = dispositions.Of(encounter.DispositionCodes, DiedBy(encounter.Patient, discharged));
            var fact = new HospitalDischarged
            {
                OccurredAt = discharged, Stay = stay, EncounterClass = encounterClass, Hospital = encounter.Hospital, Disposition = disposition, DispositionCode = code,
            };
            facts.Add(new("discharge", insz, fact) { Person = person });
        }

        return Normalised.Accept(facts);
    }

    private Insz? InszOf(FhirEncounter encounter, List<Rejection> reasons)
    {
        var system = options.Insz.FhirSystem;
        var candidates = (encounter.Patient?.Identifiers ?? []).Where(identifier => identifier.System == system).Select(identifier => identifier.Value);
        var field = encounter.Patient is null ? "Encounter.subject" : $"Patient.identifier of system {system}";
        var insz = InszSearch.First(candidates, field, "Send the Patient with that identifier in the same Bundle, contained, or as subject.identifier; or set insz.fhirSystem.", out var why);
        if (why is not null)
            reasons.Add(why with { Code = null });
        return insz;
    }

    // A death after the discharge is another matter; a death without a time is known now, and that is enough.
    private static bool DiedBy(FhirPatient patient, DateTimeOffset discharge) =>
        patient.DeceasedAt is { } text && PartialTime.TryParseFhir(text) is { } death ? death.Instant <= discharge : patient.IsDeceased;

    private static DateTimeOffset? When(string field, string? text, bool isRequired, List<Rejection> reasons)
    {
        if (text is not null && PartialTime.TryParseFhir(text) is { HasDay: true } time)
            return time.Instant;
        if (text is not null || isRequired)
            reasons.Add(new(field, $"a date or a time (2026-10-12T14:05:00+02:00), found {(text is null ? "none" : $"text of {text.Length} characters")}", "Correct it at the sender."));
        return null;
    }
}
