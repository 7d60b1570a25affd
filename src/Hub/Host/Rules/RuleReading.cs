using IntegrationHub.Core.Rules;

namespace IntegrationHub.Host.Rules;

/// <summary>What a folder of rules says.</summary>
/// <param name="Rules">The rules that are right, by id.</param>
/// <param name="Mistakes">Everything that is wrong, in all files: each with file, line, column and path, what was expected, what was found, and what to do.</param>
internal sealed record RuleReading(IReadOnlyList<Rule> Rules, IReadOnlyList<string> Mistakes);
