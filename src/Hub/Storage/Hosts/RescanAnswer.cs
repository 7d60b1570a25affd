namespace IntegrationHub.Storage.Hosts;

/// <summary>What one host made of a rescan.</summary>
/// <param name="Instance">Which host.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="Report">Its report as JSON.</param>
public sealed record RescanAnswer(string Instance, DateTimeOffset AnsweredAt, string Report);
