namespace IntegrationHub.Adapters.Conformance.Fakes;

/// <summary>What a fake endpoint answers.</summary>
/// <param name="Body">Text, sent as UTF-8.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record HttpReply(string Body, string ContentType = "application/json", int Status = 200)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
