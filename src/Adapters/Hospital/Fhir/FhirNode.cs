namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>An element of a resource, the same for JSON and XML.</summary>
internal abstract class FhirNode
{
    /// <summary>The type when this is a resource; null when it is not.</summary>
    public abstract string? ResourceType { get; }

    /// <summary>The value of a primitive; null when this is none, or not readable as text.</summary>
    public abstract string? Value { get; }

    /// <summary>The elements of that name, none when absent.</summary>
    public abstract IEnumerable<FhirNode> All(string name);

    /// <summary>Writes a Bundle of these entries (nodes of one document).</summary>
    public abstract byte[] WriteBundle(IEnumerable<FhirNode> entries);

    public FhirNode? First(string name) => All(name).FirstOrDefault();

    /// <summary>The value of the first element of that name; null when absent or empty.</summary>
    public string? Text(string name) => First(name)?.Value is { Length: > 0 } text ? text.Trim() : null;
}
