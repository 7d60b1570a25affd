namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A query on a database.</summary>
internal sealed record SqlSection : ReadSection
{
    /// <summary>What <see cref="Database"/> may be.</summary>
    public static IReadOnlyList<string> Databases { get; } = ["postgres", "sqlite"];

    /// <summary><c>postgres</c> or <c>sqlite</c>.</summary>
    public required string Database { get; init; }

    /// <summary>Reference to the connection string (<c>env:NAME</c>, <c>file:PATH</c>).</summary>
    public required string Connection { get; init; }

    /// <summary>One SELECT.</summary>
    public required string Query { get; init; }

    /// <summary>The column that grows with each change; null reads everything as a complete export.</summary>
    public string? Watermark { get; init; }

    /// <summary>How many rows at once.</summary>
    public int PageSize { get; init; } = 2000;
}
