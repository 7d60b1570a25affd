namespace IntegrationHub.Storage.Loads;

/// <summary>Held moments of one kind.</summary>
/// <param name="Code">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="Earliest">When the first of them happened.</param>
/// <param name="Latest">When the last of them happened.</param>
public sealed record HeldMoments(string Code, long Count, DateTimeOffset Earliest, DateTimeOffset Latest);
