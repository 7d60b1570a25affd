namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>An HTTP endpoint that gives records, page by page.</summary>
internal sealed record HttpSection : ReadSection
{
    /// <summary>The address of the first page.</summary>
    public required Uri Url { get; init; }

    /// <summary>How to be let in; null when everybody is.</summary>
    public HttpAuthSection? Auth { get; init; }

    /// <summary>How to ask for what is new only; null reads everything each time.</summary>
    public HttpSinceSection? Since { get; init; }

    /// <summary>How to come to the next page; null when there is one page.</summary>
    public HttpPagingSection? Paging { get; init; }

    /// <summary>At most this many requests; null: as fast as the server answers.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>How long one answer may take.</summary>
    public int TimeoutSeconds { get; init; } = 30;
}
