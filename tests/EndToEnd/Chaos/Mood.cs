namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>How the case worker's tool answers.</summary>
internal enum Mood
{
    Well,
    Slow,
    Failing,
}
