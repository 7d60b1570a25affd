using IntegrationHub.Core.Loads;

namespace IntegrationHub.Storage.Loads;

/// <summary>A load that nobody answered yet.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Reason">Why it is asked about.</param>
/// <param name="OpenedAt">When it began.</param>
/// <param name="Until">Its end; null while a first load is still being read.</param>
/// <param name="Facts">How many facts it holds until now.</param>
/// <param name="Held">Its held moments by kind, the most frequent first.</param>
public sealed record LoadQuestion(string Source, LoadReason Reason, DateTimeOffset OpenedAt, DateTimeOffset? Until, long Facts, IReadOnlyList<HeldMoments> Held);
