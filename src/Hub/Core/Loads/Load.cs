namespace IntegrationHub.Core.Loads;

/// <summary>
/// Facts of a source that came all at once, by when the hub knew them: its first load, or a day with far more than usual. What they bring to light raises no signal until a person said what to do with it.
/// </summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="From">The first fact of it was known then, or later.</param>
/// <param name="Until">The last fact of it was known then, or earlier; null while more may come.</param>
/// <param name="State">What a person decided.</param>
/// <param name="Since">When released: what happened before this is history nevertheless; null when all of it is released.</param>
public sealed record Load(long Id, string Source, DateTimeOffset From, DateTimeOffset? Until, LoadState State, DateTimeOffset? Since = null)
{
    /// <summary>Whether a fact of this source, known since then, belongs to it.</summary>
    public bool Holds(string source, DateTimeOffset knownSince) =>
        source == Source && knownSince >= From && (Until is null || knownSince <= Until);

    /// <summary>What this load makes of a moment that belongs to it and happened then: held (open), signalled (released) or history (kept).</summary>
    public LoadState Decide(DateTimeOffset occurredAt) =>
        State == LoadState.Released && Since is { } since && occurredAt < since ? LoadState.Kept : State;
}
