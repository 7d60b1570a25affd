namespace IntegrationHub.Host.Rules;

/// <summary>One key of a rule, explained to who writes one: in the completion of an editor and on the page about rules.</summary>
/// <param name="Name">The key.</param>
/// <param name="Means">What it says, in plain words.</param>
/// <param name="Otherwise">What counts without it; null when a rule must have it.</param>
internal sealed record RuleKey(string Name, string Means, string? Otherwise);
