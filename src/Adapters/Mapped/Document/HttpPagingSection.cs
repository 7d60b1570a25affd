namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>How to come to the next page; exactly one of <see cref="Next"/>, <see cref="Page"/>, <see cref="Offset"/> and <see cref="Link"/>.</summary>
internal sealed record HttpPagingSection
{
    /// <summary>Path in the answer to the address of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>The query parameter with the page's number.</summary>
    public string? Page { get; init; }

    /// <summary>The number of the first page.</summary>
    public int First { get; init; } = 1;

    /// <summary>The query parameter with the number of records to pass over.</summary>
    public string? Offset { get; init; }

    /// <summary><c>header</c>: the header <c>Link</c> with <c>rel="next"</c>.</summary>
    public string? Link { get; init; }

    /// <summary>The query parameter with the size of a page; null sends none.</summary>
    public string? SizeParameter { get; init; }

    /// <summary>The size of a page.</summary>
    public int Size { get; init; } = 500;
}
