namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>What the intake fills in of a fact, so never a normaliser's answer.</summary>
public static class IntakeFields
{
    /// <summary>By wire name.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { "citizen", "source", "recordId", "factKey", "revision", "knownAt", "confirmedAt" };
}
