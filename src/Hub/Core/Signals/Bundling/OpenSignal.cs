namespace IntegrationHub.Core.Signals.Bundling;

/// <summary>A signal that was not withdrawn and did not expire: it can gain a moment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IssuedAt">When it was issued, UTC.</param>
/// <param name="Moments">The moments that stand in it, whoever they are about, the one that it began with first.</param>
public sealed record OpenSignal(Guid Id, DateTimeOffset IssuedAt, IReadOnlyList<SignalledMoment> Moments);
