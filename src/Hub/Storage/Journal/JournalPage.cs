using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Storage.Journal;

/// <summary>One page of one source, normalised.</summary>
public sealed record JournalPage
{
    /// <summary>Id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The accepted records, in the page's order. The same record id may occur twice: the later version wins.</summary>
    public required IReadOnlyList<JournalRecord> Records { get; init; }

    /// <summary>How many records the source gave, counted before anything became of them; null: as many as are here.</summary>
    public int? Read { get; init; }

    /// <summary>The records that could not be normalised.</summary>
    public IReadOnlyList<QuarantinedRecord> Quarantined { get; init; } = [];

    /// <summary>Where to go on; null leaves the stored one.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Set for a page of a complete export.</summary>
    public JournalSnapshot? Snapshot { get; init; }

    /// <summary>
    /// The share of its records that a complete export may lose at its end; 1: all. One that loses more, of at least <see cref="FewestToHold"/>, withdraws nothing: it is held back until a person
    /// confirms it. So is one of any size in which nothing could be read, or that holds none of two or more that were known; what only an export brought that was itself held back is not known.
    /// </summary>
    public double LargestLoss { get; init; } = 1;

    /// <summary>Of fewer records than this, any may go, but not all at once.</summary>
    public const int FewestToHold = 10;

    /// <summary>When its facts count as a load, about which a person is asked; null: never.</summary>
    public LoadGuard? Guard { get; init; }

    /// <summary>How many facts no authorisation names; they are not among the records. Counted only.</summary>
    public int Minimised { get; init; }

    /// <summary>
    /// Whether its records come out of quarantine and not from the source. Each is taken as long as it rests there as it was opened; of an export it tells nothing but which one it came with.
    /// </summary>
    public bool IsRetry { get; init; }

    /// <summary>When the hub knew: the <c>KnownAt</c> of all facts of the page, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }
}
