namespace IntegrationHub.Plugins.Checking;

/// <summary>What one check of a plugin found.</summary>
/// <param name="Property">What should hold, as a sentence.</param>
/// <param name="Verdict">Whether it does.</param>
/// <param name="Detail">What is wrong and what to do; empty when it holds.</param>
public sealed record Finding(string Property, Verdict Verdict, string Detail)
{
    internal static Finding Holds(string property) => new(property, Verdict.Holds, "");

    internal static Finding Fails(string property, string detail) => new(property, Verdict.Fails, detail);

    internal static Finding ToSupply(string property, string detail) => new(property, Verdict.ToSupply, detail);

    /// <summary>Holds when there is nothing wrong.</summary>
    internal static Finding Of(string property, IReadOnlyList<string> problems) => problems.Count == 0 ? Holds(property) : Fails(property, string.Join('\n', problems));
}
