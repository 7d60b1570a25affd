namespace IntegrationHub.Host.Composition;

/// <summary>Something in a valid configuration that may not be meant so.</summary>
/// <param name="Source">The source that it is about; null when it is about all.</param>
/// <param name="Text">One sentence or two, with the path.</param>
internal sealed record WiringWarning(string? Source, string Text);
