namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>The patients of a Bundle, by every name under which an encounter may refer to them.</summary>
internal sealed class BundledPatients
{
    private readonly Dictionary<string, FhirNode> byName = [];

    public BundledPatients(FhirNode bundle)
    {
        foreach (var entry in bundle.All("entry"))
        {
            if (entry.First("resource") is not { ResourceType: "Patient" } patient)
                continue;
            if (entry.Text("fullUrl") is { } url)
                byName.TryAdd(url, entry);
            if (patient.Text("id") is { } id)
                byName.TryAdd("Patient/" + id, entry);
        }
    }

    /// <summary>The entry of an encounter's patient; null when the Bundle does not hold it.</summary>
    public FhirNode? EntryOf(FhirNode encounter)
    {
        if (encounter.First("subject")?.Text("reference") is not { } reference)
            return null;
        // A reference may name one version of the patient; any serves.
        var name = reference.Split("/_history/", 2)[0];
        return byName.GetValueOrDefault(name) ?? ByTail(name);
    }

    // An absolute URL and a relative one mean the same patient where the type and the id at their end are the same.
    private FhirNode? ByTail(string name) => name.Split('/') is [.., "Patient", var id] ? byName.GetValueOrDefault("Patient/" + id) : null;
}
