namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>The patients of a Bundle, by every name under which an encounter may refer to them.</summary>
internal sealed class BundledPatients
{
    private readonly Dictionary<string, FhirNode?> byName = [];

    public BundledPatients(FhirNode bundle)
    {
        foreach (var entry in bundle.All("entry"))
        {
            if (entry.First("resource") is not { ResourceType: "Patient" } patient)
                continue;
            if (entry.Text("fullUrl") is { } url)
                byName.TryAdd(url, entry);
            // The same id on two servers is two people: such a name points at nobody.
            if (patient.Text("id") is { } id && !byName.TryAdd("Patient/" + id, entry) && byName["Patient/" + id]?.Text("fullUrl") != entry.Text("fullUrl"))
                byName["Patient/" + id] = null;
        }
    }

    /// <summary>The entry of an encounter's patient; null when the Bundle does not hold it.</summary>
    public FhirNode? EntryOf(FhirNode encounter)
    {
        if (encounter.First("subject")?.Text("reference") is not { } reference)
            return null;
        // A reference may name one version of the patient; any serves.
        var name = reference.Split("/_history/", 2)[0];
        // An absolute URL must be the patient's own: the same id at the end of another server's is somebody else.
        return byName.GetValueOrDefault(name);
    }
}
