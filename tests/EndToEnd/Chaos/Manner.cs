namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>How partners send.</summary>
internal enum Manner
{
    Plain,
    Duplicated,
    Reordered,
    Split,
}
