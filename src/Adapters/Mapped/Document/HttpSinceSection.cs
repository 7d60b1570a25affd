namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A cursor: the highest value seen is asked for again the next time.</summary>
/// <param name="Parameter">Name of the query parameter.</param>
/// <param name="From">Where in a record its value is.</param>
/// <param name="Start">The value of the first time; null leaves the parameter out.</param>
internal sealed record HttpSinceSection(string Parameter, string From, string? Start);
