using IntegrationHub.Core.Rights;

namespace IntegrationHub.Host.Rights;

/// <summary>What a folder of rights says.</summary>
/// <param name="Rights">The rights that are right, by id.</param>
/// <param name="Ids">The ids of all files, those with mistakes too: what a rule may name.</param>
/// <param name="Mistakes">Everything that is wrong, in all files: each with file, line, column and path, what was expected, what was found, and what to do.</param>
internal sealed record RightReading(IReadOnlyList<Right> Rights, IReadOnlyList<string> Ids, IReadOnlyList<string> Mistakes);
