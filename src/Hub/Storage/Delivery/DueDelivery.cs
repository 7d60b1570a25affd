using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals.Telling;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery that this host holds.</summary>
/// <param name="Id">Its id: the same however often it is tried.</param>
/// <param name="SignalId">The signal.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Moments">The moments in the signal, withdrawn ones too, the first first; at least one.</param>
/// <param name="Recipient">Id of the partner.</param>
/// <param name="Destination">Id of the destination.</param>
/// <param name="Worker">The known case worker's code; null when nobody is known.</param>
/// <param name="Reason">Why the partner was chosen.</param>
/// <param name="Attempts">How often it was taken to be tried, this time included: from 1 on the tool may have it.</param>
/// <param name="CreatedAt">When it was decided, UTC.</param>
public sealed record DueDelivery(
    Guid Id, Guid SignalId, TellingKind Kind, IReadOnlyList<StoredMoment> Moments, string Recipient, string Destination, string? Worker, string Reason, int Attempts, DateTimeOffset CreatedAt)
{
    /// <summary>Since when it is tried, UTC: since it was decided, or since a person had it tried again after it failed.</summary>
    public DateTimeOffset TriedSince { get; init; } = CreatedAt;

    /// <summary>After this the signal is of no use to anybody, UTC; what one recipient sees in it can be of no use before.</summary>
    public DateTimeOffset ExpiresAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>What an earlier try of it showed (<see cref="Disclosure.Fingerprint"/>); null when nothing was sent yet.</summary>
    public string? Disclosed { get; init; }

    /// <summary>Whether it tells that nothing of the signal holds any more.</summary>
    public bool IsWithdrawal => Kind == TellingKind.Withdrawn;

    /// <summary>The moments that the recipient was chosen for and that stand.</summary>
    public IEnumerable<StoredMoment> Seen => Moments.Where(moment => !moment.IsWithdrawn && IsFor(moment));

    /// <summary>The moment that the signal is about first, for this recipient: of a withdrawal one that the recipient saw.</summary>
    public StoredMoment Lead => Seen.FirstOrDefault() ?? Moments.FirstOrDefault(IsFor) ?? Moments[0];

    /// <summary>The same, without what the store knows of it.</summary>
    public Moment Moment => Lead.Moment;

    private bool IsFor(StoredMoment moment) => moment.Chosen.Any(chosen => chosen.Partner == Recipient);
}
