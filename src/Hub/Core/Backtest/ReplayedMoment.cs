using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Backtest;

/// <summary>A moment that rules would have found.</summary>
/// <param name="Moment">The moment as it was found first.</param>
/// <param name="RaisedAt">When it would have been found first.</param>
/// <param name="WithdrawnAt">When it would have been withdrawn for good; null while it stands.</param>
/// <param name="Recipients">Ids of the partners that a signal would have gone to.</param>
public sealed record ReplayedMoment(Moment Moment, DateTimeOffset RaisedAt, DateTimeOffset? WithdrawnAt, IReadOnlyList<string> Recipients)
{
    /// <summary>A signal would have come after it was of any use: there is none.</summary>
    public bool IsTooLate => RaisedAt > Moment.ExpiresAt;
}
