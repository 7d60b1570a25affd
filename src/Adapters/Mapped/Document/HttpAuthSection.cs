namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>An API key in a header, or OAuth2 client credentials. Secrets are references (<c>env:NAME</c>, <c>file:PATH</c>).</summary>
internal sealed record HttpAuthSection
{
    /// <summary>The header with the key; null with OAuth2.</summary>
    public string? Header { get; init; }

    /// <summary>Reference to the key.</summary>
    public string? Key { get; init; }

    /// <summary>Where tokens are given; null with a key.</summary>
    public Uri? TokenUrl { get; init; }

    /// <summary>The client's id.</summary>
    public string? ClientId { get; init; }

    /// <summary>Reference to the client's secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What is asked for.</summary>
    public string? Scope { get; init; }
}
