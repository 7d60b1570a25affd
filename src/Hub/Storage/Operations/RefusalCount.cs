namespace IntegrationHub.Storage.Operations;

/// <summary>How often a signal was refused for one reason.</summary>
public sealed record RefusalCount(string Reason, long Count);
