using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>Reads who an encounter is about.</summary>
internal static class PatientFinder
{
    /// <summary>The contained patient, else the one of the Bundle; with the identifiers that the reference itself carries.</summary>
    public static FhirPatient? Of(FhirNode encounter, FhirNode? bundled)
    {
        var subject = encounter.First("subject");
        var reference = subject?.Text("reference");
        var contained = reference is ['#', .. var id] ? encounter.All("contained").FirstOrDefault(node => node.ResourceType == "Patient" && node.Text("id") == id) : null;
        var patient = contained ?? bundled;
        var identifiers = (patient?.All("identifier") ?? []).Concat(subject?.All("identifier") ?? [])
            .Select(identifier => (System: identifier.Text("system") ?? "", Value: identifier.Text("value") ?? ""))
            .Concat(Searched(reference))
            .Where(identifier => identifier.Value.Length > 0)
            .ToList();
        return patient is null && identifiers.Count == 0 ? null : new()
        {
            Identifiers = identifiers,
            Details = patient is null ? null : Details(patient),
            IsDeceased = patient?.Text("deceasedBoolean") == "true",
            DeceasedAt = patient?.Text("deceasedDateTime"),
        };
    }

    // A conditional reference: Patient?identifier=system|value.
    private static IEnumerable<(string System, string Value)> Searched(string? reference)
    {
        const string Search = "Patient?identifier=";
        return reference is not null && reference.StartsWith(Search, StringComparison.Ordinal) && Uri.UnescapeDataString(reference[Search.Length..]).Split('|') is [var system, var value]
            ? [(system, value)]
            : [];
    }

    private static PersonDetails? Details(FhirNode patient)
    {
        var name = patient.All("name").OrderBy(name => name.Text("use") == "official" ? 0 : 1).FirstOrDefault();
        var address = patient.All("address").OrderBy(address => address.Text("use") == "home" ? 0 : 1).FirstOrDefault();
        var person = new PersonDetails
        {
            FamilyName = name?.Text("family"),
            GivenNames = Joined(name?.All("given").Select(given => given.Value)),
            Street = Joined(address?.All("line").Select(line => line.Value)),
            Locality = Joined([address?.Text("postalCode"), address?.Text("city")]),
            Telephone = patient.All("telecom").FirstOrDefault(telecom => telecom.Text("system") is "phone" or "sms")?.Text("value"),
            Email = patient.All("telecom").FirstOrDefault(telecom => telecom.Text("system") == "email")?.Text("value"),
        };
        return person == new PersonDetails() ? null : person;
    }

    private static string? Joined(IEnumerable<string?>? parts) => string.Join(' ', (parts ?? []).Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;
}
