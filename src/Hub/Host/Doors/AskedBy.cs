namespace IntegrationHub.Host.Doors;

/// <summary>Says of an endpoint which callers it is for: those with one of these rights. Without it nobody gets in.</summary>
internal sealed record AskedBy(params CallerRight[] Rights);
